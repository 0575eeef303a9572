(: SPDX-FileCopyrightText: 2026 The Mess Kit authors :)
(: SPDX-License-Identifier: Apache-2.0 :)
(: Adds up the compartments asked for. :)
xquery version "3.1";

module namespace f = "urn:messkit:services:basex";

declare default element namespace "urn:messkit:tv-dinner:1";

declare variable $f:compartments :=
  ("urn:messkit:tv-dinner:parts:1", "urn:messkit:tv-dinner:accessories:1", "urn:messkit:tv-dinner:labour:1");

declare function f:refuse($reason as xs:string) {
  error(QName("urn:messkit:services:basex", "f:refused"), $reason)
};

declare function f:quantity($line as element(Line)) as xs:int {
  let $quantity := $line/Quantity
  return
    if ($quantity castable as xs:int and xs:int($quantity) ge 1 and xs:int($quantity) le 1000000)
    then xs:int($quantity)
    else f:refuse("a line must have a Quantity of 1 to 1000000")
};

declare function f:price($line as element(Line)) as xs:decimal {
  let $price := $line/UnitPrice[string-length() le 100]
  return
    if ($price castable as xs:decimal and xs:decimal($price) ge 0 and xs:decimal($price) le 1000000000
        and round(xs:decimal($price), 2) eq xs:decimal($price))
    then xs:decimal($price)
    else f:refuse("a line must have a UnitPrice of 0 to 1000000000 with at most two decimals")
};

declare function f:money($amount as xs:decimal) as xs:string {
  format-number($amount, "0.00")
};

declare function f:full($answer as attribute()?) as xs:boolean {
  if (empty($answer) or normalize-space($answer) eq "summary")
  then false()
  else normalize-space($answer) eq "full" or f:refuse("answer must be summary or full")
};

declare function f:priced($line as element(Line)) as element(Line) {
  if (normalize-space($line/ItemId[1]) eq "" or not($line/Description))
  then f:refuse("a Line must have an ItemId and a Description")
  else
    <Line>
      <ItemId>{normalize-space($line/ItemId[1])}</ItemId>
      <Quantity>{f:quantity($line)}</Quantity>
      <UnitPrice>{f:money(f:price($line))}</UnitPrice>
      <Description>{string($line/Description[1])}</Description>
      <Price>{f:money(f:quantity($line) * f:price($line))}</Price>
    </Line>
};

declare function f:compartment($order as element(PurchaseOrder)?, $namespace as xs:string) as element() {
  if (not($namespace = $f:compartments))
  then f:refuse("Get must ask for line compartments by their namespaces")
  else
    let $compartment := $order/*[namespace-uri() eq $namespace]
    return if ($compartment) then $compartment[1] else f:refuse("a compartment asked for is missing")
};

declare
  %rest:POST("{$message}")
  %rest:path("/tv-dinner/basex")
  %output:media-type("text/xml")
  %output:indent("no")
function f:answer($message as document-node()) as element() {
  let $data := $message/GetPurchaseOrder/DataArea
  let $order := $data/PurchaseOrder
  let $id := normalize-space($order/OrderId)
  let $asked := distinct-values($data/Get/Compartment/normalize-space())
  let $lines := ($asked ! f:compartment($order, .))//Line
  return
    if (not($message/GetPurchaseOrder))
    then f:refuse("the payload must be a GetPurchaseOrder in urn:messkit:tv-dinner:1")
    else if (not($data/Get) or $id eq "")
    then f:refuse("a Get and a PurchaseOrder with an OrderId must be there")
    else
      <PurchaseOrderSummary>
        <OrderId>{$id}</OrderId>
        <LineCount>{count($lines)}</LineCount>
        <TotalQuantity>{sum($lines ! f:quantity(.))}</TotalQuantity>
        <TotalPrice>{f:money(sum($lines ! (f:quantity(.) * f:price(.))))}</TotalPrice>
        {if (f:full($data/Get[1]/@answer)) then $lines ! f:priced(.) else ()}
      </PurchaseOrderSummary>
};
