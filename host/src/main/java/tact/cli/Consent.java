package tact.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;
import tact.annotation.Texts;

/** Options of commands that destroy: asked for on the terminal, unless it was given beforehand. */
final class Consent {

    private static final Set<String> YES = Set.of("y", "yes", "j", "ja");

    @Option(names = {"-y", "--yes"}, description = "Do not ask.")
    boolean given;

    @Option(names = "--lang", paramLabel = "LANG", converter = Session.LocaleConverter.class,
            description = "en or de. Default: en.")
    Locale language = Locale.ENGLISH;

    /** Whether the user wants it; no answer is none. */
    boolean isGiven(String question, PrintWriter out) {
        if (given) {
            return true;
        }
        out.print(question + " ");
        out.flush();
        try {
            // Not closed: standard input is not ours.
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            String answer = in.readLine();
            if (answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT))) {
                return true;
            }
        } catch (IOException e) {
            out.println(e.getMessage());
        }
        out.println(Texts.in(language).say("forget.kept"));
        return false;
    }
}
