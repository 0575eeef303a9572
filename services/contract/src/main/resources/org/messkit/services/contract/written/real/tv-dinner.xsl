<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Mess Kit authors -->
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- A business object document of OAGIS as a TV Dinner: each of its extensions with a quantity and an amount is a line. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:messkit:tv-dinner:1"
                xmlns:o="http://www.openapplications.org/oagis/10" exclude-result-prefixes="o">
  <xsl:param name="answer"/>
  <xsl:output encoding="UTF-8" omit-xml-declaration="yes"/>

  <xsl:template match="/o:GetPurchaseOrder">
    <GetPurchaseOrder>
      <ApplicationArea>
        <Sender><xsl:value-of select="o:ApplicationArea/o:Sender/o:LogicalID"/></Sender>
        <Task><xsl:value-of select="o:ApplicationArea/o:Sender/o:TaskID"/></Task>
        <CreationDateTime>2026-03-02T09:30:00Z</CreationDateTime>
        <BODID><xsl:value-of select="o:ApplicationArea/o:BODID"/></BODID>
      </ApplicationArea>
      <DataArea>
        <Get answer="{$answer}">
          <Compartment>urn:messkit:tv-dinner:parts:1</Compartment>
          <Compartment>urn:messkit:tv-dinner:labour:1</Compartment>
        </Get>
        <PurchaseOrder>
          <OrderId>PO<xsl:value-of select="format-number(o:DataArea/o:Get/@maxItems, '000000000000')"/></OrderId>
          <Party xmlns="urn:messkit:tv-dinner:party:1">
            <Dealer>D</Dealer>
            <Name><xsl:value-of select="//o:PurchaseOrderHeader/o:Party[1]/o:Name[1]"/></Name>
            <Street/><City/><Zip/><Country/><Phone/><Fax/>
          </Party>
          <Shipping xmlns="urn:messkit:tv-dinner:shipping:1">
            <Carrier/><Mode/><Terms/><Due>2026-03-09</Due><Dock/><City/><Zip/>
          </Shipping>
          <p:Parts xmlns:p="urn:messkit:tv-dinner:parts:1">
            <xsl:apply-templates select="//o:Extension[not(ancestor::o:Party) and not(ancestor::o:ApplicationArea)]"/>
          </p:Parts>
          <a:Accessories xmlns:a="urn:messkit:tv-dinner:accessories:1">
            <xsl:apply-templates select="//o:ApplicationArea//o:Extension"/>
          </a:Accessories>
          <w:Labour xmlns:w="urn:messkit:tv-dinner:labour:1">
            <Assembly>
              <xsl:apply-templates select="//o:Party//o:Extension"/>
            </Assembly>
          </w:Labour>
          <Note><xsl:value-of select="/"/></Note>
        </PurchaseOrder>
      </DataArea>
    </GetPurchaseOrder>
  </xsl:template>

  <xsl:template match="o:Extension">
    <Line>
      <ItemId><xsl:value-of select="concat(local-name(..), '-', @sequenceNumber)"/></ItemId>
      <Quantity><xsl:value-of select="format-number(o:Quantity, '0')"/></Quantity>
      <UnitPrice><xsl:value-of select="o:Amount"/></UnitPrice>
      <Description><xsl:value-of select="."/></Description>
    </Line>
  </xsl:template>
</xsl:stylesheet>
