// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The test cases: ordinary JUnit classes that take a request, send it and check the answer. JUnit runs them as functional
 * tests, the TestNode runs the same methods as load. How a service works may not be known here.
 */
package org.messkit.consumers.cases;
