// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0

// Reads the WSDL at each URL given, calls the service through its port of the SOAP version that the URL names, and compares
// the answer. Prints a line for each; exits 1 if one was wrong.
import assert from 'node:assert/strict';
import soap from 'soap';

// This client takes the children of a type for those of the schema that refers to it; a prefix of the WSDL says whose they are.
const line = (id, quantity, price) => ({
  'm:ItemId': id, 'm:Quantity': quantity, 'm:UnitPrice': price, 'm:Description': 'bore < 12 mm & more',
});

const priced = (id, quantity, unitPrice, price) => ({
  ItemId: id, Quantity: `${quantity}`, UnitPrice: unitPrice, Description: 'bore < 12 mm & more', Price: price,
});

const useCases = {
  'tv-dinner': {
    service: 'TvDinnerService', port: 'TvDinner', operation: 'GetPurchaseOrder',
    request: {
      ApplicationArea: { Sender: 'BAY7', Task: 'Parts', CreationDateTime: '2026-03-02T09:30:00Z', BODID: 'B00000017' },
      DataArea: {
        Get: { Compartment: ['urn:messkit:tv-dinner:parts:1', 'urn:messkit:tv-dinner:labour:1'] },
        PurchaseOrder: {
          OrderId: 'PO000000004711',
          Party: {
            Dealer: 'D0417', Name: 'Crème & Copper', Street: '12 Ladle Lane', City: 'Kettering', Zip: '04711', Country: 'XK',
            Phone: '555-0117', Fax: '555-0118',
          },
          Shipping: {
            Carrier: 'Handcart', Mode: 'road', Terms: 'DAP', Due: '2026-03-09', Dock: '7', City: 'Kettering', Zip: '04711',
            Mark: 'K-1',
          },
          Parts: { 'm:Line': [line('SP-000311', 2, '19.95')], 'm:Assembly': [{ 'm:Line': [line('SP-000312', 4, '0.35')] }] },
          Accessories: { 'm:Line': [line('AC-000001', 1, '7.50')] },
          Labour: { 'm:Line': [line('LB-000020', 5, '6.20')] },
          Note: 'Ring twice.',
        },
      },
    },
    answer: { OrderId: 'PO000000004711', LineCount: '3', TotalQuantity: '11', TotalPrice: '72.30' },
    inFull: {
      ask: request => { request.DataArea.Get.attributes = { answer: 'full' }; },
      more: {
        Line: [priced('SP-000311', 2, '19.95', '39.90'), priced('SP-000312', 4, '0.35', '1.40'), priced('LB-000020', 5, '6.20', '31.00')],
      },
    },
  },
  'sushi-boats': {
    service: 'SushiBoatsService', port: 'SushiBoats', operation: 'PassNews',
    request: {
      Header: {
        StreamId: 'NS000000000815', Portal: 'Quay & Kettle', Sent: '2026-03-02T09:30:00Z', Interest: 'tides', Page: 1,
        Lang: 'en', Tone: 'dry',
      },
      Entry: ['tides', 'boats'].map((term, i) => ({
        Id: `E0000010${i}`, Title: 'Low water', Updated: '2026-03-02T08:00:00Z', Author: ['Zoë Reed'],
        Category: [{ attributes: { term } }], Summary: 'depth < 1 m', Content: { P: ['Boats lie still.'] },
      })),
      Trailer: { Tag: ['t1'], Note: 'End.' },
    },
    answer: { StreamId: 'NS000000000815', Count: '1', Id: ['E00000100'] },
    inFull: {
      ask: request => { request.Header.Interest = { attributes: { answer: 'full' }, $value: 'tides' }; },
      less: 'Id',
      more: {
        Entry: [{
          Id: 'E00000100', Title: 'Low water', Updated: '2026-03-02T08:00:00Z', Author: 'Zoë Reed', Category: {},
          Summary: 'depth < 1 m', Content: { P: 'Boats lie still.' },
        }],
      },
    },
  },
  buffet: {
    service: 'BuffetService', port: 'Buffet', operation: 'ValidateOrder',
    request: {
      OrderId: 'BO000000001234', IssueDate: '2026-03-02', DueDate: '2026-03-20', Currency: 'XTS', LineCount: 1,
      Buyer: { Name: 'Spoon & Sieve', City: 'Kettering' },
      Line: [{
        LineId: 'L000001', Quantity: 3, UnitPrice: '10.00', Allowance: '1.00', Amount: '29.50', TaxCategory: 'S',
        Item: 'soup ladle',
      }],
      TaxSubtotal: [{ Category: 'S', Taxable: '29.50', Percent: 20, Tax: '5.90' }],
      Totals: { LineTotal: '29.50', AllowanceTotal: '1.00', ChargeTotal: '0.00', TaxTotal: '5.90', Payable: '35.40' },
      Note: 'The amount should be 29.00.',
    },
    answer: { OrderId: 'BO000000001234', Valid: 'false', Violation: [{ Rule: 'LINE_AMOUNT', Count: '1' }] },
  },
  // The operation is chosen by the name of the payload; the calls rest on each other. No other client orders for this dealer.
  pantry: {
    service: 'PantryService', port: 'Pantry',
    calls: [
      {
        operation: 'InsertOrder',
        request: {
          PurchaseOrder: {
            OrderId: 'PO000000004711', Contract: 'C-88', CallOff: 12, Status: 'open',
            Party: { Dealer: 'D-npm', Name: 'Crème & Copper', City: 'Kettering' },
            Lines: { Line: [{ ItemId: 'SP-000311', Quantity: 2, UnitPrice: '19.95', Description: 'bore < 12 mm & more' }] },
            Note: 'Ring twice.',
          },
        },
        answer: { OrderId: 'PO000000004711', Outcome: 'inserted' },
      },
      {
        operation: 'FindByDealer', request: { Dealer: 'D-npm' }, answer: { Count: '1', OrderId: ['PO000000004711'] },
      },
      {
        operation: 'DeleteOrder', request: { OrderId: 'PO000000004711' },
        answer: { OrderId: 'PO000000004711', Outcome: 'deleted' },
      },
    ],
  },
};

/** Values as texts, whatever types the client made of them by the schema. */
const texts = value =>
  Array.isArray(value) ? value.map(texts)
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'attributes').map(([name, v]) => [name, texts(v)]))
      : String(value);

/** What to call one after the other: where there is a full answer, the same request asks for it, too. */
const calls = useCase => {
  if (useCase.inFull === undefined) {
    return useCase.calls ?? [useCase];
  }
  const { ask, less, more } = useCase.inFull;
  const request = structuredClone(useCase.request);
  ask(request);
  const answer = { ...useCase.answer, ...more };
  delete answer[less];
  return [useCase, { operation: useCase.operation, request, answer }];
};

for (const url of process.argv.slice(2)) {
  const [, binding, name] = new URL(url).pathname.split('/');
  const useCase = useCases[name];
  try {
    const client = await soap.createClientAsync(`${url}?wsdl`, { forceSoap12Headers: binding === 'soap12' });
    const version = binding === 'soap12' ? 'Soap12Port' : 'Soap11Port';
    const port = client[useCase.service][useCase.port + version];
    for (const call of calls(useCase)) {
      const answer = await new Promise((resolve, reject) =>
        port[call.operation](call.request, (error, result) => (error ? reject(error) : resolve(result))));
      assert.deepEqual(texts(answer), call.answer);
    }
    console.log(`${url}: right`);
  } catch (error) {
    console.log(`${url}: ${error.message}`);
    process.exitCode = 1;
  }
}
