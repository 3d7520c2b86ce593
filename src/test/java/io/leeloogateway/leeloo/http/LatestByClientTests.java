package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestByClientTests {

    private final LatestByClient answers = new LatestByClient();

    @Test
    void withoutAnswersThereIsNone() {
        assertThat(answers.hasOtherThan("crm", Long.MIN_VALUE / 2)).isFalse();
    }

    @Test
    void ownAnswersDoNotCount() {
        answers.add("crm", 10);
        answers.add("crm", 20);

        assertThat(answers.hasOtherThan("crm", 5)).isFalse();
        assertThat(answers.hasOtherThan("shop", 5)).isTrue();
    }

    @Test
    void answerToAnotherCountsThoughAnOwnOneFollowed() {
        answers.add("shop", 10);
        answers.add("crm", 20);

        assertThat(answers.hasOtherThan("crm", 5)).isTrue();
        assertThat(answers.hasOtherThan("crm", 10)).isFalse();
        assertThat(answers.hasOtherThan("shop", 15)).isTrue();
    }

    @Test
    void earlierAnswersDoNotCount() {
        answers.add("shop", 10);

        assertThat(answers.hasOtherThan("crm", 10)).isFalse();
    }
}
