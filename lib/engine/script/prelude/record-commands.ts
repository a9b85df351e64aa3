/**
 * Commands of a conversation script, kept as text: what is recorded stays, whatever the script does afterwards to the
 * objects it gave. Lasting ones hold an object of the script's and are written anew at the end.
 * After `sendImmediateReply` nothing is recorded: whoever catches its exception and goes on gets it again.
 */
export const RECORD_COMMANDS = `
  var COMMAND_COUNT_MAX = 1000;
  var commands = create(null), commandCount = 0, noted = create(null), delayAt = -1;
  var isStopped = false, stopSign = new ErrorClass('The script was ended by sendImmediateReply.');
  var needsContext = false, neededZones = '';

  function goOn() { if (isStopped) throw stopSign; }
  function record(json) {
    goOn();
    if (commandCount >= COMMAND_COUNT_MAX) throw new ErrorClass('A script can ask for at most 1,000 things, such as messages and variables.');
    commands[commandCount] = { json: json, rewrite: null };
    commandCount += 1;
  }
  function recordLasting(write) {
    record(write());
    commands[commandCount - 1].rewrite = write;
  }
  function note(text) {
    if (text in noted) return;
    noted[text] = true;
    record('{"kind":"note","text":' + stringify(text) + '}');
  }
  function noteCloud(name) {
    note('botContext.' + name + ' belongs to LivePerson’s own cloud. It gave an empty value.');
  }
  function finish(isHurried) {
    var list = '';
    for (var i = 0; i < commandCount; i++) {
      var json = commands[i].json;
      if (isHurried !== true && commands[i].rewrite !== null) json = commands[i].rewrite();
      list += (i ? ',' : '') + json;
    }
    return '{"isStopped":' + isStopped + ',"needs":{"context":' + needsContext + ',"zones":[' + neededZones + ']},"commands":[' + list + ']}';
  }`;
