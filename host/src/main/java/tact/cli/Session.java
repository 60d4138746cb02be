package tact.cli;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tact.event.Settings;
import tact.mail.Address;

/** Options that all commands on mail files share. */
final class Session {

    /** In place of an address: on each thread I am the one who wrote first. */
    private static final String FIRST_WRITER = "first-writer";

    @Option(names = "--me", required = true, split = ",", paramLabel = "ADDR", converter = AddressConverter.class,
            description = "My addresses, separated by commas; or first-writer: on each thread, whoever began it.")
    List<Address> me;

    @Option(names = "--now", paramLabel = "INSTANT", converter = InstantConverter.class,
            description = "The moment to look from, such as 2026-11-23T09:00:00Z; later mail is left out. Default: now.")
    Instant now = Instant.now();

    @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone that decides which day it is. Default: the system's.")
    ZoneId zone = ZoneId.systemDefault();

    @Option(names = "--lang", paramLabel = "LANG", converter = LocaleConverter.class, description = "en or de. Default: en.")
    Locale language = Locale.ENGLISH;

    @Option(names = "--holidays", paramLabel = "CODE", description = "Whose public holidays are kept, such as DE or DE-BY. Default: nobody's.")
    String holidays;

    @Option(names = "--working-days", split = ",", paramLabel = "1-7", description = "1 for Monday to 7 for Sunday. Default: 1,2,3,4,5.")
    List<Integer> workingDays;

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    /** What is set by options. */
    Settings settings() {
        return new Settings(holidays, workingDays, null, null, null, null, null, List.of());
    }

    /** Whether archives are to be measured rather than my own mail. */
    boolean isFirstWriter() {
        return me.get(0).name().equals(FIRST_WRITER);
    }

    static final class AddressConverter implements ITypeConverter<Address> {
        @Override
        public Address convert(String text) {
            if (text.equals(FIRST_WRITER)) {
                return new Address(FIRST_WRITER, "");
            }
            Address address = Address.parse(text);
            if (address == null) {
                throw new TypeConversionException("'" + text + "' is no address");
            }
            return address;
        }
    }

    static final class LocaleConverter implements ITypeConverter<Locale> {
        @Override
        public Locale convert(String text) {
            return Locale.forLanguageTag(text);
        }
    }

    static final class InstantConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is no moment such as 2026-11-23T09:00:00Z");
            }
        }
    }
}
