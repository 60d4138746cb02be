package tact.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Lena's mail of the last two years, made up: tries that were answered, late or never, out-of-office replies, bounces,
 * newsletters, pictures attached. The same number gives the same mail, but for the dates.
 */
final class YearsOfMail {

    private static final List<String> FIRST = List.of("Anna", "Jonas", "Miriam", "Paul", "Sofia", "Clara", "David",
            "Elena", "Felix", "Greta", "Henrik", "Ines", "Jakub", "Katja", "Luis", "Marta", "Nils", "Olga", "Pedro",
            "Ruth");
    private static final List<String> LAST = List.of("Berg", "Brandt", "Okafor", "Lindqvist", "Marini", "Neumann",
            "Chen", "Costa", "Dahl", "Eriksen", "Fischer", "Garcia", "Haas", "Iversen", "Jansen", "Kowalski", "Lopez",
            "Moreau");
    private static final List<String> SUBJECTS = List.of("Bridges at night", "Cover for the spring issue", "Portfolio",
            "Twelve plates", "A question about your series", "Harbours", "Workshop in May", "Illustration for page 3");

    /** The subject of mails from before the last year. */
    static final String LONG_AGO = "From back then";

    private static final int YEAR = 360;
    private static final int UNWANTED = 20;
    private static final int PICTURE_BYTES = 60_000;
    private static final int NEWSLETTER_PARAGRAPHS = 60;

    private final Random random;
    private final Map<String, List<Letter>> folders = new LinkedHashMap<>();
    private int mails;

    private YearsOfMail(long seed) {
        this.random = new Random(seed);
    }

    /**
     * @param mails how many of them lie within the last year
     * @return by folder: Sent, INBOX, Clients, Archive; each in the order in which it came
     */
    static Map<String, List<Letter>> of(int mails) {
        YearsOfMail years = new YearsOfMail(mails);
        for (String folder : List.of("Sent", "INBOX", "Clients", "Archive")) {
            years.folders.put(folder, new ArrayList<>());
        }
        int thread = 0;
        while (years.mails < mails) {
            years.thread(thread++, 30 + years.random.nextInt(YEAR - 30), mails);
        }
        // Older than a year: not asked for.
        for (int i = 0; i < mails / 20; i++) {
            Person person = years.person(thread++);
            int daysAgo = YEAR * 3 / 2 + years.random.nextInt(YEAR);
            years.folders.get("Archive").add(Letter.of(person, Person.LENA, daysAgo, LONG_AGO, "Hello Lena!"));
        }
        return years.folders;
    }

    /** Mails that are in the trash. */
    static List<Letter> unwanted() {
        YearsOfMail years = new YearsOfMail(0);
        return IntStream.range(0, UNWANTED)
                .mapToObj(i -> Letter.of(years.person(i), Person.LENA, 1 + i, "Nothing to keep " + i, "Hello Lena!"))
                .toList();
    }

    private Person person(int number) {
        String first = FIRST.get(number % FIRST.size());
        String last = LAST.get(number / FIRST.size() % LAST.size());
        String local = (first + "." + last).toLowerCase(Locale.ROOT) + number;
        return new Person(first + " " + last, local + "@house" + number % 97 + ".example");
    }

    private void thread(int number, int daysAgo, int limit) {
        Person person = person(number);
        String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size())) + " " + number;
        switch (number % 8) {
            case 0 -> put("Sent", Story.tries(person, subject, daysAgo), limit);
            case 1 -> put("Sent", Story.tries(person, subject, daysAgo, daysAgo - 8), limit);
            case 2 -> put("Sent", Story.tries(person, subject, daysAgo, daysAgo - 8, daysAgo - 17), limit);
            case 3 -> {
                List<Letter> tries = Story.tries(person, subject, daysAgo, daysAgo - 8);
                put("Sent", tries, limit);
                put(inbox(), List.of(picture(Story.answer(tries.get(1), person, daysAgo - 9))), limit);
            }
            case 4 -> {
                List<Letter> tries = Story.tries(person, subject, daysAgo);
                put("Sent", tries, limit);
                put(inbox(), List.of(Story.no(tries.get(0), person, daysAgo - 2)), limit);
            }
            case 5 -> {
                List<Letter> tries = Story.tries(person, subject, daysAgo);
                put("Sent", tries, limit);
                put(inbox(), List.of(Story.outOfOffice(tries.get(0), person, daysAgo)), limit);
            }
            case 6 -> {
                List<Letter> tries = Story.tries(person, subject, daysAgo);
                put("Sent", tries, limit);
                put(inbox(), List.of(Story.bounce(tries.get(0), person, daysAgo)), limit);
            }
            default -> put(inbox(), List.of(newsletter(number, daysAgo), newsletter(number, daysAgo - 7)), limit);
        }
    }

    private String inbox() {
        int dice = random.nextInt(10);
        return dice < 6 ? "INBOX" : dice < 8 ? "Clients" : "Archive";
    }

    private void put(String folder, List<Letter> letters, int limit) {
        for (Letter letter : letters) {
            if (mails < limit) {
                folders.get(folder).add(letter);
                mails++;
            }
        }
    }

    private Letter newsletter(int number, int daysAgo) {
        Person house = new Person("House of Prints", "news@prints" + number % 12 + ".example");
        return Letter.of(house, Person.LENA, daysAgo, "News of week " + daysAgo + " from house " + number, """
                <!DOCTYPE html><html><body>
                %s
                </body></html>
                """.formatted("<p style=\"color:#333\">New plates have come in this week, some of them lovely.</p>\n"
                        .repeat(NEWSLETTER_PARAGRAPHS)))
                .with("Content-Type", "text/html; charset=UTF-8")
                .with("List-Id", "<news.prints" + number % 12 + ".example>")
                .with("List-Unsubscribe", "<mailto:off@prints" + number % 12 + ".example>")
                .with("Precedence", "bulk");
    }

    /** The letter with a picture attached. */
    private Letter picture(Letter letter) {
        byte[] pixels = new byte[PICTURE_BYTES];
        random.nextBytes(pixels);
        return letter.attaching("plate.jpg", "image/jpeg", pixels);
    }
}
