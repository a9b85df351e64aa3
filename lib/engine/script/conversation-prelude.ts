import { CONSUMER_FUNCTIONS } from './prelude/consumer-functions';
import { CONTEXT_FUNCTIONS } from './prelude/context-functions';
import { FLOW_FUNCTIONS } from './prelude/flow-functions';
import { HOURS_FUNCTION } from './prelude/hours-function';
import { MESSAGE_FUNCTIONS } from './prelude/message-functions';
import { RECORD_COMMANDS } from './prelude/record-commands';
import { BOT_CONTEXT_MAKER, EVERYWHERE_MEMBERS, PRELUDE_HEAD } from './prelude/shared-parts';
import { VARIABLE_FUNCTIONS } from './prelude/variable-functions';
import { WEB_VIEW_FUNCTIONS } from './prelude/web-view-functions';

/**
 * The realm of a code panel and of Global Functions: one JavaScript expression for `ScriptJob.prelude`. Its value gets the
 * input made by `buildConversationJob` and returns the function that gives the output which `readConversationResult` reads.
 *
 * The input's first line is the snapshot without response documents; each further line is one document, which stays text
 * until the script parses it. Source: conversation-builder reference, sections 5.1 to 5.9.
 */
export const CONVERSATION_PRELUDE = `(function () {
  'use strict';
${PRELUDE_HEAD}
${RECORD_COMMANDS}
${VARIABLE_FUNCTIONS}
${MESSAGE_FUNCTIONS}
${FLOW_FUNCTIONS}
${CONSUMER_FUNCTIONS}
${CONTEXT_FUNCTIONS}
${HOURS_FUNCTION}
${WEB_VIEW_FUNCTIONS}

  var functions = Object.assign({
${EVERYWHERE_MEMBERS}
  }, variableMembers, messageMembers, flowMembers, consumerMembers, contextMembers, hoursMembers, webViewMembers);

  function explain(name) {
    switch (name) {
      case 'getIntegrationResult':
      case 'transformResult':
        return ' is not a botContext function. Read a response with JSON.parse(botContext.getBotVariable("api_X").jsonData).api_X, where X is its response data variable.';
      case 'setTriggerNextInteraction':
        return ' is not a botContext function. Use botContext.setTriggerNextMessage with the interaction’s name.';
      case 'getDisambiguatedUtterance':
        return ' is not a botContext function. Use botContext.getCurrentUserMessage or botContext.getDisambiguatedIntentName.';
      case 'transferToAgent':
        return ' is not a botContext function. Go to an agent transfer interaction with botContext.setTriggerNextMessage.';
    }
    return '';
  }
${BOT_CONTEXT_MAKER}

  return function (text) {
    var end = indexIn(text, '\\n');
    facts = parse(cut(text, 0, end));
    system = facts.system;
    for (var i = 0; i < facts.responses.length; i++) {
      var next = indexIn(text, '\\n', end + 1);
      responseTexts[facts.responses[i]] = cut(text, end + 1, next);
      end = next;
    }
    return finish;
  };
})()`;
