// SPDX-FileCopyrightText: 2026 The Mess Kit authors
// SPDX-License-Identifier: Apache-2.0
package org.messkit.services.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.messkit.services.spi.ServiceName;

class ServiceHostTest {
    private static final int MOST = 200_000;
    private static final List<String> USE_CASES = List.of("echo", "echo-bytes", "refuse", "fail", "fail-late");
    /** Held, or the level set on it could be collected with it. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private ServiceHost host;
    private int sent;

    @BeforeEach
    void start() throws IOException {
        JETTY.setLevel(Level.OFF);
        List<ServiceName> services = USE_CASES.stream()
                .map(useCase -> ServiceName.parse(useCase + "/echo@pox"))
                .toList();
        host = ServiceHost.start(
                new HostConfig(services, "127.0.0.1", 0, 0, 8, MOST, 20_000), List.of(new EchoTechnology()));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void aPlainMessageIsAnsweredAsXml() throws Exception {
        var answer = post("echo", BodyPublishers.ofString("<a>\u00fc</a>"));
        assertEquals(200, answer.statusCode());
        assertEquals("<a>\u00fc</a>", text(answer));
        assertEquals(
                "text/xml;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(List.of("9"), answer.headers().allValues("Content-Length"));
        assertTrue(answer.headers().firstValue("Server").isEmpty(), "what it runs on is nobody's business");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 32_767, 32_768, 32_769, 65_536, 100_003, MOST})
    void answersOfEverySizeGoOutWhole(int bytes) throws Exception {
        byte[] body = new byte[bytes];
        new Random(bytes).nextBytes(body);
        assertArrayEquals(body, post("echo", BodyPublishers.ofByteArray(body)).body());
        assertArrayEquals(
                body, post("echo-bytes", BodyPublishers.ofByteArray(body)).body());
    }

    @Test
    void aBadRequestIsAProblemWithItsReason() throws Exception {
        var answer = post("refuse", BodyPublishers.ofString("<a/>"));
        assertProblem(answer, 400, "the <order> of 5 & more has no lines");
    }

    @ParameterizedTest
    @CsvSource({"fail", "fail-late"})
    void anUnexpectedFailureSaysNothingOfTheInside(String useCase) throws Exception {
        var answer = post(useCase, BodyPublishers.ofString("<a/>"));
        assertProblem(answer, 500, "");
        assertFalse(text(answer).contains(EchoTechnology.SECRET), text(answer));
        assertFalse(text(answer).contains("Exception"), text(answer));
        assertEquals(200, post("echo", BodyPublishers.ofString("<a/>")).statusCode(), "and the service lives on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/pox", "/pox/echo", "/pox/echo/echo/", "/pox/none/echo", "/soap11/echo/echo", "/health"})
    void whatIsNotServedIs404(String path) throws Exception {
        assertProblem(send(request(path).POST(BodyPublishers.ofString("<a/>"))), 404, null);
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "PUT, ''", "DELETE, ''", "HEAD, ''", "GET, ?wsdl", "GET, ?x=y"})
    void onlyPostIsServed(String method, String query) throws Exception {
        var answer = send(request("/pox/echo/echo" + query).method(method, BodyPublishers.noBody()));
        assertEquals(405, answer.statusCode());
        assertEquals("POST", answer.headers().firstValue("Allow").orElse(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain                    |      | the content type must be XML",
                "application/json              |      | the content type must be XML",
                "text/xml; charset=iso-8859-1  |      | the character set must be UTF-8 or UTF-16",
                "text/xml                      | gzip | compressed requests are not served"
            })
    void otherContentIs415(String type, String encoding, String reason) throws Exception {
        HttpRequest.Builder request =
                request("/pox/echo/echo").setHeader("Content-Type", type).POST(BodyPublishers.ofString("<a/>"));
        assertProblem(send(encoding == null ? request : request.header("Content-Encoding", encoding)), 415, reason);
    }

    @Test
    void noContentTypeIs415() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url("/pox/echo/echo")));
        assertProblem(
                send(request.POST(BodyPublishers.ofString("<a/>"))), 415, "the content type must be XML, got none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "TEXT/XML; charset=\"UTF-8\"",
                "application/soap+xml",
                "text/xml;charset=utf-16"
            })
    void everyKindOfXmlIsServed(String type) throws Exception {
        var answer =
                send(request("/pox/echo/echo").setHeader("Content-Type", type).POST(BodyPublishers.ofString("<a/>")));
        assertEquals(200, answer.statusCode(), text(answer));
    }

    static Stream<BodyPublisher> tooLarge() {
        byte[] body = new byte[MOST + 1];
        return Stream.of(
                BodyPublishers.ofByteArray(body), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    @ParameterizedTest
    @MethodSource("tooLarge")
    void aMessageBeyondTheBoundIs413WhetherItSaysItsLengthOrNot(BodyPublisher body) throws Exception {
        assertProblem(post("echo", body), 413, null);
        assertEquals(200, post("echo", BodyPublishers.ofString("<a/>")).statusCode());
    }

    @Test
    void aMessageInChunksIsServed() throws Exception {
        byte[] body = new byte[MOST];
        var answer = post("echo", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertEquals(200, answer.statusCode());
        assertEquals(MOST, answer.body().length);
    }

    @Test
    void everyRequestThatArrivedIsCounted() throws Exception {
        for (int i = 0; i < 20; i++) {
            post("echo", BodyPublishers.ofString("<a/>"));
            assertEquals(sent, metric("messkit_requests_total"), "whoever has read an answer finds it counted");
        }
        post("refuse", BodyPublishers.ofString("<a/>"));
        post("fail", BodyPublishers.ofString("<a/>"));
        send(request("/none").POST(BodyPublishers.ofString("<a/>")));
        post("echo", BodyPublishers.ofByteArray(new byte[MOST + 1]));
        assertEquals(24, sent);
        assertEquals(sent, metric("messkit_requests_total"));
    }

    @Test
    void theAdminPortTellsHowItIs() throws Exception {
        assertEquals("ok\n", admin("/health").body());
        assertEquals("ready\n", admin("/ready").body());
        assertEquals(404, admin("/none").statusCode());
        assertEquals(405, admin("/reset").statusCode());
        for (String name : List.of(
                "process_cpu_seconds_total",
                "jvm_gc_seconds_total",
                "jvm_heap_used_bytes",
                "jvm_heap_max_bytes",
                "jvm_threads")) {
            assertTrue(metric(name) >= 0, name);
        }
        HttpRequest reset = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + host.adminPort() + "/reset"))
                .POST(BodyPublishers.noBody())
                .build();
        assertEquals(204, client.send(reset, BodyHandlers.ofString()).statusCode());
        assertEquals(0, metric("messkit_requests_total"), "what the admin port is asked is not counted");
    }

    @Test
    void whatAStoreCannotDoIsToldToWhoAsked() throws Exception {
        Logger log = Logger.getLogger("org.messkit.services.host.admin.AdminHandler");
        log.setLevel(Level.OFF);
        HostConfig config =
                new HostConfig(List.of(ServiceName.parse("echo/full@pox")), "127.0.0.1", 0, 0, 8, MOST, 20_000);
        try (ServiceHost full = ServiceHost.start(config, List.of(new FullTechnology()))) {
            HttpRequest reset = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + full.adminPort() + "/reset"))
                    .POST(BodyPublishers.noBody())
                    .build();
            var answer = client.send(reset, BodyHandlers.ofString());
            assertEquals(500, answer.statusCode());
            assertEquals("No space left on device", answer.body());
        }
    }

    @Test
    void metricsAreInPrometheusTextForm() throws Exception {
        var answer = admin("/metrics");
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        for (String line : answer.body().split("\n")) {
            assertTrue(line.matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"]*\"})? [0-9.]+"), line);
        }
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            List<ServiceName> services = List.of(ServiceName.parse("echo/echo@pox"));
            for (HostConfig config : List.of(
                    new HostConfig(services, "127.0.0.1", port, 0, 8, MOST, 1000),
                    new HostConfig(services, "127.0.0.1", 0, port, 8, MOST, 1000))) {
                var e = assertThrows(
                        BindException.class, () -> ServiceHost.start(config, List.of(new EchoTechnology())));
                assertTrue(
                        e.getMessage().startsWith("port " + port + " of 127.0.0.1 cannot be opened: "), e.getMessage());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "echo/saxon@pox   | technology 'saxon' is not on this class path, only: [echo]",
                "none/echo@pox    | echo has no use case 'none'",
                "echo/echo@corba  | there is no binding 'corba'",
                "echo/echo@soap11 | the handler of echo/echo@soap11 takes no SOAP messages"
            })
    void whatCannotBeHostedIsNamed(String service, String reason) {
        HostConfig config = HostConfig.of(List.of(ServiceName.parse(service)));
        var e = assertThrows(
                IllegalArgumentException.class, () -> ServiceHost.start(config, List.of(new EchoTechnology())));
        assertEquals(reason, e.getMessage());
    }

    /** An RFC 7807 problem with that status and, where one is given, that reason; well-formed. */
    private static void assertProblem(HttpResponse<byte[]> answer, int status, String detail) throws Exception {
        assertEquals(status, answer.statusCode(), text(answer));
        assertEquals(
                "application/problem+xml; charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse(""));
        var problem = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body()))
                .getDocumentElement();
        assertEquals("urn:ietf:rfc:7807", problem.getNamespaceURI());
        assertEquals(
                Integer.toString(status),
                problem.getElementsByTagNameNS("*", "status").item(0).getTextContent());
        var details = problem.getElementsByTagNameNS("*", "detail");
        if (detail != null) {
            assertEquals(detail, details.getLength() == 0 ? "" : details.item(0).getTextContent());
        }
    }

    private HttpResponse<byte[]> post(String useCase, BodyPublisher body) throws Exception {
        return send(request("/pox/" + useCase + "/echo").POST(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path))).header("Content-Type", "text/xml; charset=utf-8");
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        sent++;
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> admin(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + host.adminPort() + path);
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private double metric(String name) throws Exception {
        return admin("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + host.port() + path;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
