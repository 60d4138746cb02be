package tact.e2e;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of Marionette, Mozilla's remote protocol: {@code LENGTH:JSON} over TCP, requests {@code [0, id, name,
 * parameters]}, answers {@code [1, id, error, result]}. Serves one session; not for use by several threads at once.
 *
 * <p>Every read has a time limit: with a modal prompt up, Marionette can stay silent for good.
 */
final class Marionette implements AutoCloseable {

    /** The limit of one script, and a little more for the socket, so that the script's own error is seen first. */
    private static final Duration SCRIPT_LIMIT = Duration.ofSeconds(30);

    private static final Duration SOCKET_LIMIT = SCRIPT_LIMIT.plusSeconds(10);
    private static final int LONGEST_LENGTH = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private int lastId;

    private Marionette(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /**
     * Connects to a Marionette on this computer and opens a session in the chrome context.
     *
     * @throws IOException when nothing listens there yet, or it does not answer in time
     */
    static Marionette connect(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
            socket.setSoTimeout((int) SOCKET_LIMIT.toMillis());
            socket.setTcpNoDelay(true);
            Marionette marionette = new Marionette(socket);
            marionette.readMessage();
            marionette.call("WebDriver:NewSession", Map.of());
            marionette.call("WebDriver:SetTimeouts", Map.of("script", SCRIPT_LIMIT.toMillis()));
            marionette.call("Marionette:SetContext", Map.of("value", "chrome"));
            return marionette;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Runs the body of an asynchronous function with system privileges in the chrome of the current window.
     *
     * @param script the body; {@code arguments} holds the arguments; what it returns, or resolves to, is the result
     * @param arguments values that Jackson writes as JSON
     * @return the result, {@code null} as a JSON null node
     * @throws MarionetteException when the script throws or runs into its limit
     */
    JsonNode run(String script, Object... arguments) {
        return call("WebDriver:ExecuteScript", Map.of(
                "script", script,
                "args", List.of(arguments),
                "sandbox", "system",
                "newSandbox", true)).get("value");
    }

    /**
     * Sends one command and waits for its answer.
     *
     * @throws MarionetteException when Thunderbird answers with an error, or does not answer in time
     */
    JsonNode call(String command, Map<String, ?> parameters) {
        try {
            int id = ++lastId;
            byte[] json = JSON.writeValueAsBytes(List.of(0, id, command, parameters));
            out.write((json.length + ":").getBytes(StandardCharsets.US_ASCII));
            out.write(json);
            out.flush();
            JsonNode answer = JSON.readTree(readMessage());
            if (answer.get(1).asInt() != id) {
                throw new MarionetteException(command + ": the answer is for request " + answer.get(1) + ", not " + id);
            }
            JsonNode error = answer.get(2);
            if (!error.isNull()) {
                throw new MarionetteException(command + ": " + error.get("error").asString() + ": "
                        + error.get("message").asString() + "\n" + error.path("stacktrace").asString(""));
            }
            return answer.get(3);
        } catch (SocketTimeoutException e) {
            throw new MarionetteException(command + ": no answer within " + SOCKET_LIMIT.toSeconds() + " s");
        } catch (IOException e) {
            throw new UncheckedIOException(command + ": the connection broke", e);
        }
    }

    private byte[] readMessage() throws IOException {
        StringBuilder length = new StringBuilder();
        for (int c = in.read(); c != ':'; c = in.read()) {
            if (c < '0' || c > '9' || length.length() == LONGEST_LENGTH) {
                throw c < 0 ? new EOFException("Marionette closed the connection")
                        : new IOException("Not a length: " + length + (char) c);
            }
            length.append((char) c);
        }
        byte[] message = in.readNBytes(Integer.parseInt(length.toString()));
        if (message.length < Integer.parseInt(length.toString())) {
            throw new EOFException("Marionette closed the connection inside a message");
        }
        return message;
    }

    /** Ends the connection, and with it the session; Thunderbird goes on. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
