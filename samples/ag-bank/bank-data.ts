/** An account of the sample bank. Amounts are whole cents inside and decimals on the wire. */
export interface Account {
  id: string;
  customerId: string;
  name: string;
  iban: string;
  balanceCents: number;
  currency: string;
  type: 'current' | 'savings' | 'credit-card';
  status: 'active' | 'blocked' | 'closed';
}

/** One booking on an account. */
export interface Transaction {
  id: string;
  bookedOn: string;
  amountCents: number;
  text: string;
  counterparty: { name: string; iban: string; address: { city: string; country: string } };
  categories: string[];
}

/** The customer that the sample bot's environment points at. */
export const SAMPLE_CUSTOMER = {
  id: 'cus-2001',
  name: 'Freddy Sample',
  email: 'freddy@ag-bank.example',
  segment: 'private',
  address: { street: 'Marktgasse 12', city: 'Zürich', postalCode: '8001', country: 'CH' },
  consents: [
    { purpose: 'marketing', given: false },
    { purpose: 'open-banking', given: true },
  ],
};

/** Every account, in listing order. */
export const ACCOUNTS: Account[] = [
  account('acc-1001', 'Everyday account', { balanceCents: 248_075, type: 'current', status: 'active' }),
  account('acc-1002', 'Rainy day savings', { balanceCents: 1_530_000, type: 'savings', status: 'active' }),
  account('acc-1003', 'Travel card', { balanceCents: -12_990, type: 'credit-card', status: 'active' }),
  account('acc-1004', 'Household account', { balanceCents: 61_240, type: 'current', status: 'active' }),
  account('acc-1005', 'Old savings', { balanceCents: 0, type: 'savings', status: 'closed' }),
  account('acc-1006', 'Lost card', { balanceCents: -4_500, type: 'credit-card', status: 'blocked' }),
  { ...account('acc-1007', 'Workshop account', { balanceCents: 890_110, type: 'current', status: 'active' }), customerId: 'cus-2002' },
];

/** The bookings of one account, newest first: the same twelve for every account, the ids made its own. */
export function toTransactions(accountId: string): Transaction[] {
  return BOOKINGS.map(([bookedOn, amountCents, text, partner, city, country, categories], index) => ({
    id: `txn-${accountId.slice(4)}-${String(BOOKINGS.length - index).padStart(2, '0')}`,
    bookedOn,
    amountCents,
    text,
    counterparty: { name: partner, iban: toIban(7_000 + index), address: { city, country } },
    categories: [...categories],
  }));
}

/** Branches, answered as an array without anything around it. */
export const BRANCHES = [
  { id: 'br-01', name: 'AG Bank Hauptplatz', city: 'Berlin', opens: '09:00', closes: '17:00', services: ['cash', 'advice'] },
  { id: 'br-02', name: 'AG Bank Seestraße', city: 'Zürich', opens: '08:30', closes: '16:30', services: ['cash'] },
  { id: 'br-03', name: 'AG Bank Rue Neuve', city: 'Brussels', opens: '09:30', closes: '17:30', services: ['advice', 'safe'] },
  { id: 'br-04', name: 'AG Bank Harbour', city: 'Hamburg', opens: '10:00', closes: '18:00', services: [] },
];

/** Exchange rates of one euro. */
export const RATES = [
  { currency: 'CHF', unit: 1, value: '0.9412' },
  { currency: 'GBP', unit: 1, value: '0.8437' },
  { currency: 'JPY', unit: 100, value: '162.3500' },
  { currency: 'USD', unit: 1, value: '1.0852' },
];

type Booking = readonly [string, number, string, string, string, string, readonly string[]];

const BOOKINGS: readonly Booking[] = [
  ['2025-03-28', -6_480, 'Groceries', 'Grünmarkt', 'Berlin', 'DE', ['food', 'daily']],
  ['2025-03-27', 312_500, 'Salary March', 'Sample Works GmbH', 'Berlin', 'DE', ['income']],
  ['2025-03-25', -1_299, 'Music subscription', 'Tonspur AB', 'Stockholm', 'SE', ['leisure', 'subscription']],
  ['2025-03-21', -98_000, 'Rent April', 'Haus & Hof', 'Berlin', 'DE', ['home']],
  ['2025-03-18', -4_215, 'Restaurant “Chez Zoé”', 'Chez Zoé', 'Brussels', 'BE', ['food']],
  ['2025-03-14', -7_900, 'Electricity', 'Stadtwerke', 'Berlin', 'DE', ['home', 'subscription']],
  ['2025-03-12', -2_390, 'Train ticket', 'Rail Sample', 'Basel', 'CH', ['travel']],
  ['2025-03-10', 4_500, 'Refund shoes', 'Schuhhaus Nord', 'Hamburg', 'DE', ['shopping']],
  ['2025-03-08', -11_990, 'Shoes', 'Schuhhaus Nord', 'Hamburg', 'DE', ['shopping']],
  ['2025-03-05', -3_480, 'Pharmacy', 'Löwen-Apotheke', 'Berlin', 'DE', ['health']],
  ['2025-03-03', -20_000, 'To savings', 'Freddy Sample', 'Zürich', 'CH', []],
  ['2025-03-01', -890, 'Account fee', 'AG Bank', 'Berlin', 'DE', ['fees']],
];

function account(id: string, name: string, rest: Pick<Account, 'balanceCents' | 'type' | 'status'>): Account {
  return { id, customerId: SAMPLE_CUSTOMER.id, name, iban: toIban(Number(id.slice(4))), currency: 'EUR', ...rest };
}

/** A German IBAN of a bank that does not exist, with right check digits. Source: ISO 13616, modulo 97. */
function toIban(number: number): string {
  const account = `00000000${String(number).padStart(10, '0')}`;
  const check = 98n - (BigInt(`${account}131400`) % 97n);
  return `DE${String(check).padStart(2, '0')}${account}`;
}
