package tact.e2e;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The article's stories")
class StoriesTest extends ArticleStories {

    @RegisterExtension
    static final Studio STUDIO = Studio.withTact();

    StoriesTest() {
        super(STUDIO, Locale.ENGLISH, new Words(
                """
                Dear Lena,

                thank you for your mail. Unfortunately, we have decided not to take on any new illustrators.

                Best wishes
                """,
                """
                Dear Lena,

                yes, I would be happy to meet. Let us find a day.

                Sofia
                """,
                """
                Dear Lena,

                I'd like to introduce you to Jonas Brandt, who publishes the city atlas. You two should talk.

                Karla
                """,
                """
                Dear %s,

                thank you for getting back to me. I would really like to meet because your atlas is the only one that draws cities \
                from the river. Might fifteen minutes suit you some time in the coming months, whenever and wherever you like?

                Kind regards
                Lena
                """,
                "Dear %s,\n\nthank you for the afternoon in your studio. The plates are on their way.\n\nLena\n",
                "Dear %s,\n\none last time: would ten minutes suit you, some day next week?\n\nLena\n",
                "The spring issue goes to print that evening.",
                "My name is Lena Vogt, I drew the bridges.",
                "May we print plate four on the cover?"));
    }
}
