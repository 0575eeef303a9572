(: SPDX-FileCopyrightText: 2026 The Mess Kit authors :)
(: SPDX-License-Identifier: Apache-2.0 :)
(: Applies the rules to every element of an order. :)
xquery version "3.1";

module namespace f = "urn:messkit:services:basex";

declare default element namespace "urn:messkit:buffet:1";
declare namespace map = "http://www.w3.org/2005/xpath-functions/map";

declare function f:refuse($reason as xs:string) {
  error(QName("urn:messkit:services:basex", "f:refused"), $reason)
};

declare function f:text($element as element()?, $name as xs:string) as xs:string {
  let $text := normalize-space($element)
  return if ($text ne "") then $text else f:refuse("a " || $name || " must be there")
};

declare function f:whole($element as element()?, $name as xs:string, $least as xs:integer, $greatest as xs:integer)
  as xs:integer {
  if ($element castable as xs:int and xs:int($element) ge $least and xs:int($element) le $greatest)
  then xs:int($element)
  else f:refuse($name || " must be a whole number of " || $least || " to " || $greatest)
};

declare function f:money($element as element()?, $name as xs:string) as xs:decimal {
  if (string-length($element) le 100 and $element castable as xs:decimal
      and round(xs:decimal($element), 2) eq xs:decimal($element))
  then xs:decimal($element)
  else f:refuse($name || " must be a number with at most two decimals")
};

declare function f:money-if-any($element as element()?, $name as xs:string) as xs:decimal {
  if ($element) then f:money($element, $name) else 0.0
};

declare function f:date($element as element()?, $name as xs:string) as xs:date {
  if ($element castable as xs:date) then xs:date($element) else f:refuse($name || " must be a date")
};

(: Half away from zero; round() would take a negative half up. :)
declare function f:rounded($amount as xs:decimal) as xs:decimal {
  if ($amount lt 0) then -round(-$amount, 2) else round($amount, 2)
};

declare function f:right-amount($line as element(Line)) as xs:decimal {
  f:money($line/UnitPrice, "UnitPrice") * f:whole($line/Quantity, "Quantity", 1, 1000000)
    - f:money-if-any($line/Allowance, "Allowance") + f:money-if-any($line/Charge, "Charge")
};

declare function f:violation($rule as xs:string, $count as xs:integer) as element(Violation)? {
  if ($count gt 0) then <Violation><Rule>{$rule}</Rule><Count>{$count}</Count></Violation> else ()
};

declare function f:same($rule as xs:string, $right as xs:decimal, $stated as xs:decimal) as element(Violation)? {
  f:violation($rule, if ($right eq $stated) then 0 else 1)
};

declare function f:violations($order as element(Order)) as element(Violation)* {
  let $lines := $order//Line
  let $ids := $lines ! f:text(LineId, "LineId")
  let $amounts := map:merge(
    for $line in $lines
    group by $category := f:text($line/TaxCategory, "TaxCategory")
    return map:entry($category, sum($line ! f:money(Amount, "Amount"))))
  let $subtotals := $order//TaxSubtotal
  let $rated := $subtotals ! f:text(Category, "Category")
  let $totals := if ($order/Totals) then $order/Totals else f:refuse("an Order must have Totals")
  let $line-total := f:money($totals/LineTotal, "LineTotal")
  let $tax-total := f:money($totals/TaxTotal, "TaxTotal")
  return (
    f:same("ALLOWANCE_TOTAL", sum($lines ! f:money-if-any(Allowance, "Allowance")),
      f:money($totals/AllowanceTotal, "AllowanceTotal")),
    f:same("CHARGE_TOTAL", sum($lines ! f:money-if-any(Charge, "Charge")),
      f:money($totals/ChargeTotal, "ChargeTotal")),
    f:violation("DATE_ORDER",
      if (f:date($order/DueDate, "DueDate") lt f:date($order/IssueDate, "IssueDate")) then 1 else 0),
    f:violation("DUPLICATE_LINE", count($ids) - count(distinct-values($ids))),
    f:violation("EMPTY_ELEMENT", count($order//*[not(*)][normalize-space() eq ""])),
    f:violation("LINE_AMOUNT", count($lines[f:right-amount(.) ne f:money(Amount, "Amount")])),
    f:violation("LINE_COUNT",
      if (f:whole($order/LineCount, "LineCount", 0, 2147483647) eq count($lines)) then 0 else 1),
    f:same("LINE_TOTAL", sum(map:keys($amounts) ! $amounts(.)), $line-total),
    f:same("PAYABLE_TOTAL", $line-total + $tax-total, f:money($totals/Payable, "Payable")),
    f:violation("TAX_AMOUNT", count($subtotals[
      f:rounded(f:money(Taxable, "Taxable") * f:whole(Percent, "Percent", 0, 100) div 100) ne f:money(Tax, "Tax")])),
    f:violation("TAX_BASE", count($subtotals[
      ($amounts(f:text(Category, "Category")), 0.0)[1] ne f:money(Taxable, "Taxable")])),
    f:violation("TAX_CATEGORY", count($lines[not(normalize-space(TaxCategory) = $rated)])),
    f:same("TAX_TOTAL", sum($subtotals ! f:money(Tax, "Tax")), $tax-total)
  )
};

declare
  %rest:POST("{$message}")
  %rest:path("/buffet/basex")
  %output:media-type("text/xml")
  %output:indent("no")
function f:answer($message as document-node()) as element() {
  if (not($message/Order))
  then f:refuse("the payload must be an Order in urn:messkit:buffet:1")
  else
    let $id := f:text($message/Order/OrderId, "OrderId")
    let $violations := f:violations($message/Order)
    return
      <OrderValidation>
        <OrderId>{$id}</OrderId>
        <Valid>{empty($violations)}</Valid>
        {$violations}
      </OrderValidation>
};
