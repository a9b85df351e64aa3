/**
 * Freddy’s Global Functions: what runs when a conversation begins, and small helpers for code panels. ECMAScript 5, as bots in the wild have it.
 * Source: conversation-builder reference, section 5.11.
 */
export const FREDDY_GLOBAL_FUNCTIONS = `// Runs once, when a conversation begins.
function __initConversation() {
  var part = botContext.getHoursType(['evening~0:00~23:59', 'morning~5:00~12:00', 'afternoon~12:00~18:00'], 'Europe/Berlin');
  remember('partOfDay', part);
}

// Stores a bot variable for the session.
function remember(name, value) {
  botContext.setBotVariable(name, value, true, false);
}

// "4111 1111-1111 1111" becomes "4111111111111111".
function digitsOf(text) {
  return String(text || '').replace(/[^0-9]/g, '');
}

// "€ 25,50" becomes 25.5; 0 for what is no amount.
function amountOf(text) {
  var amount = parseFloat(String(text || '').replace(/[^0-9.,]/g, '').replace(',', '.'));
  return isNaN(amount) ? 0 : amount;
}
`;
