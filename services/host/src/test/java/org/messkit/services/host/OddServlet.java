// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A servlet that takes every failure for its own and tells all of it, and that offers more than was asked for. */
public final class OddServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** For the host. */
    public OddServlet() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            byte[] body = request.getInputStream().readAllBytes();
            if (new String(body, StandardCharsets.UTF_8).startsWith("<fail")) {
                throw new IllegalStateException(EchoTechnology.SECRET);
            }
            response.setContentType("text/xml");
            response.getOutputStream().write(body);
            response.getOutputStream()
                    .print(getServletContext().getInitParameter("mark")
                            + getServletContext().getRealPath("/"));
        } catch (IOException | RuntimeException e) {
            response.reset();
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            response.getOutputStream().print(e.toString().repeat(2000));
        }
    }
}
