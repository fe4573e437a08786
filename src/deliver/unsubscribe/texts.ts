/** What the page says; `{name}` is the newsletter's. */
export interface UnsubscribeTexts {
  question: string
  explanation: string
  button: string
  done: string
  doneExplanation: string
  unknown: string
  unknownExplanation: string
  failed: string
  failedExplanation: string
}

const en: UnsubscribeTexts = {
  question: 'Unsubscribe from {name}?',
  explanation: 'You will get no more issues. Nothing happens until you press the button.',
  button: 'Unsubscribe',
  done: 'You are unsubscribed.',
  doneExplanation: 'You will get no more issues of {name}.',
  unknown: 'This link is not complete.',
  unknownExplanation: 'Open it from the message once more, or reply to the message with the word “unsubscribe” as its subject.',
  failed: 'That could not be saved.',
  failedExplanation: 'You are still subscribed. Please try again in a minute.',
}

const byLanguage: Partial<Record<string, UnsubscribeTexts>> = {
  en,
  de: {
    question: '{name} abbestellen?',
    explanation: 'Sie erhalten dann keine weiteren Ausgaben. Nichts geschieht, bevor Sie den Knopf drücken.',
    button: 'Abbestellen',
    done: 'Sie sind abgemeldet.',
    doneExplanation: 'Sie erhalten keine weiteren Ausgaben von {name}.',
    unknown: 'Dieser Link ist nicht vollständig.',
    unknownExplanation: 'Öffnen Sie ihn noch einmal aus der Nachricht, oder antworten Sie darauf mit dem Betreff „unsubscribe“.',
    failed: 'Das konnte nicht gespeichert werden.',
    failedExplanation: 'Sie sind noch angemeldet. Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  fr: {
    question: 'Se désabonner de {name} ?',
    explanation: 'Vous ne recevrez plus aucun numéro. Rien ne se passe avant que vous n’appuyiez sur le bouton.',
    button: 'Se désabonner',
    done: 'Vous êtes désabonné.',
    doneExplanation: 'Vous ne recevrez plus {name}.',
    unknown: 'Ce lien n’est pas complet.',
    unknownExplanation: 'Ouvrez-le de nouveau depuis le message, ou répondez au message avec « unsubscribe » comme objet.',
    failed: 'L’enregistrement a échoué.',
    failedExplanation: 'Vous êtes encore abonné. Veuillez réessayer dans une minute.',
  },
  es: {
    question: '¿Darse de baja de {name}?',
    explanation: 'No recibirá más números. No ocurre nada hasta que pulse el botón.',
    button: 'Darse de baja',
    done: 'Se ha dado de baja.',
    doneExplanation: 'No recibirá más números de {name}.',
    unknown: 'Este enlace no está completo.',
    unknownExplanation: 'Ábralo de nuevo desde el mensaje o responda al mensaje con el asunto «unsubscribe».',
    failed: 'No se ha podido guardar.',
    failedExplanation: 'Sigue suscrito. Inténtelo de nuevo dentro de un minuto.',
  },
  pt: {
    question: 'Cancelar a subscrição de {name}?',
    explanation: 'Não receberá mais edições. Nada acontece até carregar no botão.',
    button: 'Cancelar a subscrição',
    done: 'A subscrição foi cancelada.',
    doneExplanation: 'Não receberá mais edições de {name}.',
    unknown: 'Esta ligação não está completa.',
    unknownExplanation: 'Abra-a de novo a partir da mensagem, ou responda à mensagem com o assunto “unsubscribe”.',
    failed: 'Não foi possível guardar.',
    failedExplanation: 'A subscrição continua ativa. Tente de novo dentro de um minuto.',
  },
  it: {
    question: 'Annullare l’iscrizione a {name}?',
    explanation: 'Non riceverai altri numeri. Non succede nulla finché non premi il pulsante.',
    button: 'Annulla l’iscrizione',
    done: 'L’iscrizione è annullata.',
    doneExplanation: 'Non riceverai altri numeri di {name}.',
    unknown: 'Questo link non è completo.',
    unknownExplanation: 'Aprilo di nuovo dal messaggio, oppure rispondi al messaggio con «unsubscribe» come oggetto.',
    failed: 'Non è stato possibile salvare.',
    failedExplanation: 'Sei ancora iscritto. Riprova tra un minuto.',
  },
  nl: {
    question: 'Afmelden voor {name}?',
    explanation: 'U krijgt dan geen nummers meer. Er gebeurt niets voordat u op de knop drukt.',
    button: 'Afmelden',
    done: 'U bent afgemeld.',
    doneExplanation: 'U krijgt geen nummers van {name} meer.',
    unknown: 'Deze link is niet volledig.',
    unknownExplanation: 'Open hem opnieuw vanuit het bericht, of antwoord op het bericht met “unsubscribe” als onderwerp.',
    failed: 'Dat kon niet worden opgeslagen.',
    failedExplanation: 'U bent nog aangemeld. Probeer het over een minuut opnieuw.',
  },
  pl: {
    question: 'Zrezygnować z subskrypcji {name}?',
    explanation: 'Kolejne wydania nie będą już przychodzić. Nic się nie stanie przed naciśnięciem przycisku.',
    button: 'Zrezygnuj',
    done: 'Subskrypcja została zakończona.',
    doneExplanation: 'Kolejne wydania {name} nie będą już przychodzić.',
    unknown: 'Ten link jest niepełny.',
    unknownExplanation: 'Otwórz go ponownie z wiadomości albo odpowiedz na nią, wpisując w temacie „unsubscribe”.',
    failed: 'Nie udało się tego zapisać.',
    failedExplanation: 'Subskrypcja nadal trwa. Spróbuj ponownie za minutę.',
  },
  ja: {
    question: '{name} の配信を停止しますか。',
    explanation: '今後の号は届かなくなります。ボタンを押すまでは何も変わりません。',
    button: '配信を停止する',
    done: '配信を停止しました。',
    doneExplanation: '{name} は今後届きません。',
    unknown: 'このリンクは完全ではありません。',
    unknownExplanation: 'メールからもう一度開くか、件名を「unsubscribe」としてメールに返信してください。',
    failed: '保存できませんでした。',
    failedExplanation: '配信はまだ続いています。1 分ほど待ってからもう一度お試しください。',
  },
  ar: {
    question: 'هل تريد إلغاء الاشتراك في {name}؟',
    explanation: 'لن تصلك أعداد أخرى. لن يحدث شيء قبل أن تضغط الزر.',
    button: 'إلغاء الاشتراك',
    done: 'تم إلغاء اشتراكك.',
    doneExplanation: 'لن تصلك أعداد أخرى من {name}.',
    unknown: 'هذا الرابط غير مكتمل.',
    unknownExplanation: 'افتحه مرة أخرى من الرسالة، أو رد على الرسالة واجعل موضوعها “unsubscribe”.',
    failed: 'تعذر الحفظ.',
    failedExplanation: 'ما زلت مشتركًا. يرجى المحاولة مرة أخرى بعد دقيقة.',
  },
}

/** The words of a language, or English. */
export function unsubscribeTexts(lang: string): { texts: UnsubscribeTexts; lang: string } {
  const language = lang.toLowerCase().split('-')[0] ?? ''
  const texts = byLanguage[language]
  return texts === undefined ? { texts: en, lang: 'en' } : { texts, lang }
}
