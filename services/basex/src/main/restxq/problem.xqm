(: SPDX-FileCopyrightText: 2026 The Mess Kit authors :)
(: SPDX-License-Identifier: Apache-2.0 :)
(: Answers what the services refuse, and what fails, as the host does: with a problem that says nothing of the inside. :)
xquery version "3.1";

module namespace p = "urn:messkit:services:basex:problem";

declare namespace http = "http://expath.org/ns/http-client";
declare default element namespace "urn:ietf:rfc:7807";

declare function p:problem($status as xs:integer, $title as xs:string, $detail as xs:string?) as element()+ {
  <rest:response>
    <http:response status="{$status}">
      <http:header name="Content-Type" value="application/problem+xml; charset=utf-8"/>
    </http:response>
  </rest:response>,
  <problem><title>{$title}</title><status>{$status}</status>{$detail ! <detail>{.}</detail>}</problem>
};

declare
  %rest:error("*")
  %rest:error-param("code", "{$code}")
  %rest:error-param("description", "{$description}")
  %output:indent("no")
function p:failed($code as xs:QName, $description as xs:string?) as element()+ {
  switch (namespace-uri-from-QName($code))
    case "urn:messkit:services:basex" return
      p:problem(400, "Bad Request", $description)
    case "http://www.w3.org/2005/xqt-errors" return
      p:problem(400, "Bad Request", "an element is not as the schema says")
    (: BaseX has it for messages that its parser refuses. :)
    case "http://basex.org" return
      p:problem(400, "Bad Request", "not well-formed, with a DOCTYPE or beyond a limit")
    default return
      p:problem(500, "Server Error", ())
};
