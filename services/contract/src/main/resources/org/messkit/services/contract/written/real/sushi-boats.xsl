<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Mess Kit authors -->
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- An Atom feed as Sushi Boats, entry by entry. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="urn:messkit:sushi-boats:1"
                xmlns:a="http://www.w3.org/2005/Atom" xmlns:g="http://www.georss.org/georss" exclude-result-prefixes="a g">
  <xsl:param name="answer"/>
  <xsl:output encoding="UTF-8" omit-xml-declaration="yes"/>

  <xsl:template match="/a:feed">
    <NewsStream>
      <Header>
        <StreamId>NS<xsl:value-of select="substring(translate(a:updated, '-T:Z', ''), 3)"/></StreamId>
        <Portal><xsl:value-of select="a:title"/></Portal>
        <Sent><xsl:value-of select="a:updated"/></Sent>
        <Interest answer="{$answer}">Magnitude 2</Interest>
        <Page>1</Page><Lang>en</Lang><Tone>dry</Tone>
      </Header>
      <xsl:apply-templates select="a:entry"/>
      <Trailer><Note><xsl:value-of select="a:id"/></Note></Trailer>
    </NewsStream>
  </xsl:template>

  <xsl:template match="a:entry">
    <Entry>
      <Id><xsl:value-of select="a:id"/></Id>
      <Title><xsl:value-of select="a:title"/></Title>
      <Updated><xsl:value-of select="a:updated"/></Updated>
      <Author><xsl:value-of select="/a:feed/a:author/a:name"/></Author>
      <xsl:for-each select="a:category">
        <Category term="{@term}"/>
      </xsl:for-each>
      <Summary><xsl:value-of select="a:summary"/></Summary>
      <Content>
        <P>
          <xsl:text>Near </xsl:text>
          <Em><xsl:value-of select="g:featurename"/></Em>
          <xsl:text> </xsl:text>
          <Link href="{a:link/@href}"><xsl:value-of select="g:point"/></Link>
        </P>
      </Content>
    </Entry>
  </xsl:template>
</xsl:stylesheet>
