(: SPDX-FileCopyrightText: 2026 The Mess Kit authors :)
(: SPDX-License-Identifier: Apache-2.0 :)
(: Finds the entries of interest, in their order. :)
xquery version "3.1";

module namespace f = "urn:messkit:services:basex";

declare default element namespace "urn:messkit:sushi-boats:1";
declare copy-namespaces no-preserve, no-inherit;

declare function f:refuse($reason as xs:string) {
  error(QName("urn:messkit:services:basex", "f:refused"), $reason)
};

declare function f:full($answer as attribute()?) as xs:boolean {
  if (empty($answer) or normalize-space($answer) eq "summary")
  then false()
  else normalize-space($answer) eq "full" or f:refuse("answer must be summary or full")
};

declare
  %rest:POST("{$message}")
  %rest:path("/sushi-boats/basex")
  %output:media-type("text/xml")
  %output:indent("no")
function f:answer($message as document-node()) as element() {
  let $header := $message/NewsStream/Header
  let $stream := normalize-space($header/StreamId)
  let $interest := normalize-space($header/Interest)
  let $entries := $message/NewsStream//Entry
  return
    if (not($message/NewsStream))
    then f:refuse("the payload must be a NewsStream in urn:messkit:sushi-boats:1")
    else if ($stream eq "" or $interest eq "")
    then f:refuse("a Header must have a StreamId and an Interest")
    else if (some $entry in $entries satisfies normalize-space($entry/Id) eq "")
    then f:refuse("an Entry must have an Id")
    else if ($entries/Category[not(@term)])
    then f:refuse("a Category must have a term")
    else
      let $hits := $entries[Category/@term/normalize-space() = $interest]
      return
        <NewsOfInterest>
          <StreamId>{$stream}</StreamId>
          <Count>{count($hits)}</Count>
          {if (f:full($header/Interest/@answer)) then $hits else $hits ! <Id>{normalize-space(Id)}</Id>}
        </NewsOfInterest>
};
