// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.spi;

/** A handler of what a SOAP binding has read. Which of the forms it takes is its type, so that the host can never hand over another. */
public sealed interface SoapHandler extends Handler permits ReaderHandler, TreeHandler, BindingTreeHandler {}
