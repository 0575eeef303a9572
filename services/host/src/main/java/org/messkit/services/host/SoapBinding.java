// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import java.util.List;
import org.eclipse.jetty.server.Handler;

/** X. */
final class SoapBinding {
    private SoapBinding() {}

    static Handler handler(SoapVersion version, List<Service> services) {
        throw new IllegalArgumentException("later");
    }
}
