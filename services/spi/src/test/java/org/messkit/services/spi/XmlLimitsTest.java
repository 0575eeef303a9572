// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class XmlLimitsTest {
    private static final String CHILDREN = "messkit.xml.max-children";

    @AfterEach
    void clear() {
        System.clearProperty(CHILDREN);
    }

    @Test
    void propertiesOverrideDefaults() {
        assertEquals(50_000, XmlLimits.fromSystemProperties().children());
        System.setProperty(CHILDREN, "2000000");
        assertEquals(2_000_000, XmlLimits.fromSystemProperties().children());
    }

    @Test
    void nonsenseIsRefusedWithItsName() {
        for (String text : new String[] {"many", "0", "-3", "99999999999"}) {
            System.setProperty(CHILDREN, text);
            var refused = assertThrows(IllegalArgumentException.class, XmlLimits::fromSystemProperties);
            assertEquals(true, refused.getMessage().contains(CHILDREN), refused.getMessage());
        }
    }
}
