package tact.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom an absence note names to turn to: the addresses in it that are neither its author's nor its receiver's. */
final class Substitutes {

    private static final int MAX = 5;
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w.+@-])[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

    private Substitutes() {}

    static List<Address> of(List<Sentence> sentences, Mail mail) {
        Map<String, Address> named = new LinkedHashMap<>();
        for (Sentence sentence : sentences) {
            Matcher matcher = ADDRESS.matcher(sentence.text());
            while (matcher.find() && named.size() < MAX) {
                Address address = new Address("", matcher.group());
                if (mail.people().noneMatch(person -> person.identity().equals(address.identity()))) {
                    named.putIfAbsent(address.identity(), address);
                }
            }
        }
        return List.copyOf(named.values());
    }
}
