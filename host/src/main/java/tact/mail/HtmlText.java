package tact.mail;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML mail, with line breaks where blocks end and {@code "> "} before the lines of a blockquote. */
final class HtmlText {

    private static final Set<String> LINES = Set.of(
            "p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "pre", "section", "article",
            "header", "footer", "dl", "dt", "dd", "address", "center");
    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "ul", "ol", "table", "pre", "blockquote");
    private static final int MAX_QUOTE_DEPTH = 5;

    private HtmlText() {}

    /** @param max characters after which it stops */
    static String of(String html, int max) {
        Writer writer = new Writer(max);
        Jsoup.parse(html).body().traverse(writer);
        return writer.text.toString();
    }

    private static final class Writer implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private final int max;
        private int quoteDepth;
        private boolean atLineStart = true;

        private Writer(int max) {
            this.max = max;
        }

        @Override
        public void head(Node node, int depth) {
            if (text.length() > max) {
                return;
            }
            if (node instanceof TextNode words) {
                append(words);
            } else if (node instanceof Element element) {
                String tag = element.normalName();
                if (tag.equals("blockquote")) {
                    breakLine();
                    quoteDepth++;
                } else if (tag.equals("hr")) {
                    breakLine();
                    line("_".repeat(32));
                } else if (!tag.equals("br") && LINES.contains(tag)) {
                    breakLine();
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (text.length() > max || !(node instanceof Element element)) {
                return;
            }
            String tag = element.normalName().toLowerCase(Locale.ROOT);
            if (tag.equals("blockquote")) {
                breakLine();
                quoteDepth--;
                line("");
            } else if (tag.equals("br")) {
                newLine();
            } else if (LINES.contains(tag)) {
                breakLine();
                if (PARAGRAPHS.contains(tag)) {
                    line("");
                }
            }
        }

        private void append(TextNode words) {
            boolean isPreformatted = words.parent() != null && words.parent().normalName().equals("pre");
            String[] lines = isPreformatted ? words.getWholeText().split("\n", -1) : new String[] {folded(words.getWholeText())};
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    newLine();
                }
                String line = atLineStart && !isPreformatted ? lines[i].stripLeading() : lines[i];
                if (!line.isEmpty()) {
                    startLine();
                    text.append(line, 0, Math.min(line.length(), max));
                }
            }
        }

        /** White space as a browser shows it. */
        private static String folded(String raw) {
            StringBuilder folded = new StringBuilder(Math.min(raw.length(), 256));
            boolean space = false;
            for (int i = 0; i < raw.length(); i++) {
                char c = raw.charAt(i);
                boolean isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0';
                if (!isSpace) {
                    folded.append(c);
                } else if (!space) {
                    folded.append(' ');
                }
                space = isSpace;
            }
            return folded.toString();
        }

        private void line(String content) {
            startLine();
            text.append(content);
            newLine();
        }

        private void startLine() {
            if (atLineStart) {
                text.append("> ".repeat(Math.min(quoteDepth, MAX_QUOTE_DEPTH)));
                atLineStart = false;
            }
        }

        private void breakLine() {
            if (!atLineStart) {
                newLine();
            }
        }

        private void newLine() {
            startLine();
            text.append('\n');
            atLineStart = true;
        }
    }
}
