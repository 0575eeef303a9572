// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import org.messkit.services.spi.Handler;
import org.messkit.services.spi.ServiceName;

/** A named service and the handler that does its work. */
record Service(ServiceName name, Handler handler) {}
