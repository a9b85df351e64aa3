/** Steering the conversation. Source: conversation-builder reference, sections 5.2 and 5.5. */
export const FLOW_FUNCTIONS = `
  function toOptionParts(option) {
    for (var i = 1; i < option.length; i++) {
      var mark = option[i];
      if (mark === ')' || mark === '.' || mark === ':') return { label: trim(cut(option, 0, i)), text: trim(cut(option, i + 1)), mark: mark };
      if (mark === ' ') break;
    }
    return { label: '', text: option, mark: '' };
  }
  function fits(answer, option) {
    var whole = toLower(trim(option)), parts = toOptionParts(whole);
    if (answer === whole || answer === parts.text) return true;
    return parts.label !== '' && (answer === parts.label || answer === parts.label + parts.mark || answer === parts.label + parts.mark + ' ' + parts.text);
  }
  function recordTransfer(field, value, domain) {
    record('{"kind":"set-transfer","field":"' + field + '","value":' + stringify(toText(value)) + ',"domain":' + stringify(toText(domain)) + '}');
  }

  var flowMembers = {
    setTriggerNextMessage: function (name) {
      if (name === null || name === undefined || toText(name) === '') throw new ErrorClass('botContext.setTriggerNextMessage wants the name of an interaction.');
      record('{"kind":"trigger-next","interactionName":' + stringify(toText(name)) + '}');
    },
    setMessageDelay: function (delay) {
      var delayMs = toNumber(delay);
      if (!(delayMs >= 0 && delayMs < Infinity)) throw new ErrorClass('botContext.setMessageDelay wants a number of milliseconds, not “' + toText(delay) + '”.');
      var json = '{"kind":"set-delay","delayMs":' + delayMs + '}';
      goOn();
      if (delayAt !== -1) { commands[delayAt].json = json; return; }
      record(json);
      delayAt = commandCount - 1;
    },
    setAllowMaxTextResponse: function (value) {
      record('{"kind":"allow-long-text","isAllowed":' + (value === true || value === 'true') + '}');
    },
    evaluateOptions: function (userResponse, options) {
      var answer = toLower(trim(toText(userResponse))), list = isList(options) ? options : [];
      if (answer === '') return '';
      for (var i = 0; i < list.length; i++) if (fits(answer, toText(list[i]))) return toText(list[i]);
      return '';
    },
    getButtonPayload: function () { return system.buttonPayload; },
    transferToBotDialog: function (botId, dialogName, message) {
      var text = message === null || message === undefined ? '' : toText(message);
      var dialog = dialogName === null || dialogName === undefined ? '' : toText(dialogName);
      record('{"kind":"transfer-to-bot","botId":' + stringify(toText(botId)) + ',"dialogName":' + stringify(dialog) + ',"message":' + stringify(text) + '}');
    },
    setBotTransferIntentbyDomain: function (intentName, domainName) { recordTransfer('intent-by-domain', intentName, domainName); },
    setBotTransferIntentId: function (intentId) { recordTransfer('intent-id', intentId, ''); },
    setBotTransferUserMessage: function (message) { recordTransfer('user-message', message, ''); }
  };`;
