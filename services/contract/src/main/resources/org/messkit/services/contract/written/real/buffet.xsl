<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Mess Kit authors -->
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- An order of UBL for Buffet. UBL has allowances, charges and tax of the whole order; they stay that, and no tax rate is given. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:messkit:buffet:1"
                xmlns:u="urn:oasis:names:specification:ubl:schema:xsd:Order-2"
                xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" exclude-result-prefixes="u cac cbc">
  <xsl:output encoding="UTF-8" omit-xml-declaration="yes"/>

  <xsl:template match="/u:Order">
    <xsl:variable name="total" select="cac:AnticipatedMonetaryTotal"/>
    <xsl:variable name="buyer" select="cac:BuyerCustomerParty/cac:Party"/>
    <Order>
      <OrderId>BO<xsl:value-of select="format-number(string-length(cbc:ID), '000000000000')"/></OrderId>
      <IssueDate><xsl:value-of select="cbc:IssueDate"/></IssueDate>
      <DueDate><xsl:value-of select="(cac:ValidityPeriod | cac:Delivery/cac:RequestedDeliveryPeriod)[1]/cbc:EndDate"/></DueDate>
      <Currency><xsl:value-of select="$total/cbc:PayableAmount/@currencyID"/></Currency>
      <LineCount><xsl:value-of select="count(cac:OrderLine)"/></LineCount>
      <Buyer>
        <Name><xsl:value-of select="$buyer/cac:PartyName/cbc:Name"/></Name>
        <City><xsl:value-of select="$buyer/cac:PostalAddress/cbc:CityName"/></City>
      </Buyer>
      <xsl:for-each select="cac:OrderLine/cac:LineItem">
        <Line>
          <LineId><xsl:value-of select="cbc:ID"/></LineId>
          <Quantity><xsl:value-of select="cbc:Quantity"/></Quantity>
          <UnitPrice><xsl:value-of select="cac:Price/cbc:PriceAmount"/></UnitPrice>
          <Amount><xsl:value-of select="cbc:LineExtensionAmount"/></Amount>
          <TaxCategory>S</TaxCategory>
          <Item><xsl:value-of select="cac:Item/cbc:Description"/></Item>
        </Line>
      </xsl:for-each>
      <TaxSubtotal>
        <Category>S</Category>
        <Taxable><xsl:value-of select="$total/cbc:LineExtensionAmount"/></Taxable>
        <Percent>0</Percent>
        <Tax><xsl:value-of select="format-number(sum(cac:TaxTotal/cbc:TaxAmount), '0.00')"/></Tax>
      </TaxSubtotal>
      <Totals>
        <LineTotal><xsl:value-of select="$total/cbc:LineExtensionAmount"/></LineTotal>
        <AllowanceTotal><xsl:value-of select="format-number(sum($total/cbc:AllowanceTotalAmount), '0.00')"/></AllowanceTotal>
        <ChargeTotal><xsl:value-of select="format-number(sum($total/cbc:ChargeTotalAmount), '0.00')"/></ChargeTotal>
        <TaxTotal><xsl:value-of select="format-number(sum(cac:TaxTotal/cbc:TaxAmount), '0.00')"/></TaxTotal>
        <Payable><xsl:value-of select="$total/cbc:PayableAmount"/></Payable>
      </Totals>
      <Note><xsl:value-of select="normalize-space(cbc:Note)"/></Note>
    </Order>
  </xsl:template>
</xsl:stylesheet>
