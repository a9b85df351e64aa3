/**
 * Transform result script of “Account statement”: adds up income and spending, stores the spending as a bot variable,
 * and replaces the result by a summary and short bookings, with amounts as people read them. ECMAScript 5, as bots in the wild have it.
 * Source: conversation-builder reference, section 1.5.
 */
export const SUMMARISE_STATEMENT_SCRIPT = `// The response is kept as text in jsonData, under the key api_statement.
var holder = botContext.getBotVariable('api_statement');
var statement = JSON.parse(holder.jsonData).api_statement;
var status = botContext.getBotVariable('api_statementStatus');

// -64.8 becomes “-64.80 €”.
function toMoney(amount) {
  return Number(amount).toFixed(2) + ' €';
}

if (status === 200) {
  var income = 0;
  var spent = 0;
  var bookings = [];
  for (var i = 0; i < statement.transactions.length; i++) {
    var transaction = statement.transactions[i];
    if (transaction.amount > 0) {
      income += transaction.amount;
    } else {
      spent -= transaction.amount;
    }
    bookings.push({
      text: transaction.bookedOn + ': ' + transaction.text,
      amount: toMoney(transaction.amount),
      partner: transaction.counterparty.name
    });
  }
  spent = Math.round(spent * 100) / 100;
  income = Math.round(income * 100) / 100;
  botContext.printDebugMessage('Spent ' + spent + ' in ' + bookings.length + ' bookings');

  // Kept for the session, so that later dialogs can say {$botContext.spent}.
  botContext.setBotVariable('spent', spent, true, false);

  // What is written back here is what the custom data fields see.
  holder.jsonData = JSON.stringify({
    api_statement: {
      summary: { income: toMoney(income), spent: toMoney(spent), closingBalance: toMoney(statement.closingBalance), currency: statement.currency },
      bookings: bookings
    }
  });
  botContext.setBotVariable('api_statement', holder, true, false);
}
`;

/** Transform result script of “Card statement”: amounts as people read them, beside the numbers. */
export const FORMAT_CARD_STATEMENT_SCRIPT = `var holder = botContext.getBotVariable('api_cardStatement');
var statement = JSON.parse(holder.jsonData).api_cardStatement;

// -64.8 becomes “-64.80 €”.
function toMoney(amount) {
  return Number(amount).toFixed(2) + ' €';
}

if (botContext.getBotVariable('api_cardStatementStatus') === 200) {
  statement.spentText = toMoney(statement.spent);
  for (var i = 0; i < statement.transactions.length; i++) {
    statement.transactions[i].amountText = toMoney(statement.transactions[i].amount);
  }
  holder.jsonData = JSON.stringify({ api_cardStatement: statement });
  botContext.setBotVariable('api_cardStatement', holder, true, false);
}
`;

/** Transform result script of “Branches, wrapped”: puts the top-level array under the key `items`. */
export const WRAP_BRANCHES_SCRIPT = `var holder = botContext.getBotVariable('api_branchList');
var branches = JSON.parse(holder.jsonData).api_branchList;

holder.jsonData = JSON.stringify({ api_branchList: { count: branches.length, items: branches } });
botContext.setBotVariable('api_branchList', holder, true, false);
`;
