package io.leeloogateway.people;

import io.leeloogateway.leeloo.E164;
import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.leeloo.change.ImportPeople;
import io.leeloogateway.leeloo.change.ImportedPerson;
import io.leeloogateway.problem.BulkForm;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import of people by SMS.
 *
 * @param people the people, 1 to 1000
 * @param connectionId id of the company's SMS sender
 * @param leadGenerationToolId id of the lead generation tool for the new people
 * @param tagIds ids of the tags for the new people, at most 100
 */
record SmsImportForm(
        @NotEmpty @Size(max = 1000) List<@NotNull @Valid Row> people,
        @NotNull @LeelooId String connectionId,
        @LeelooId @Nullable String leadGenerationToolId,
        @Size(max = 100) @Nullable List<@NotNull @LeelooId String> tagIds)
        implements BulkForm {

    /**
     * A person of the import.
     *
     * @param name name of the person, 1 to 255 characters
     * @param email e-mail address
     * @param phone phone number in E.164
     */
    @Schema(name = "SmsImportPerson")
    record Row(
            @NotBlank @Size(max = 255) String name,
            @NotNull @Email @Size(min = 3, max = 254) String email,
            @NotNull @E164 String phone) {

        ImportedPerson toPerson() {
            return new ImportedPerson(name, email, phone);
        }
    }

    @Override
    public List<Row> rows() {
        return people;
    }

    @Override
    public SmsImportForm withRows(int number) {
        return new SmsImportForm(people.subList(0, number), connectionId, leadGenerationToolId, tagIds);
    }

    ImportPeople toChange() {
        return new ImportPeople(
                people.stream().map(Row::toPerson).toList(),
                connectionId,
                leadGenerationToolId,
                tagIds == null ? List.of() : tagIds);
    }
}
