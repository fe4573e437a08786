#!/usr/bin/env node
// In the oldest syntax there is, so that an old Node says what it lacks instead of failing to read the file.
'use strict'
var wanted = [20, 19]
var parts = process.versions.node.split('.')
var major = Number(parts[0])
var minor = Number(parts[1])
if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error('gazette needs Node ' + wanted.join('.') + ' or newer, and this is Node ' + process.versions.node + '.')
  console.error('Get a newer one from https://nodejs.org, then run the command again.')
  process.exit(4)
} else {
  require('./start.cjs')
}
