package io.leeloogateway.problem.input;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives {@code @Size} and {@code @NotBlank} of a text the meaning that the documentation promises, and bounds the cost of {@code @Email}. */
@Configuration(proxyBeanMethods = false)
class TextConstraintConfiguration {

    @Bean
    ValidationConfigurationCustomizer textConstraints() {
        return configuration -> {
            var hibernate = (HibernateValidatorConfiguration) configuration;
            var mapping = hibernate.createConstraintMapping();
            mapping.constraintDefinition(Size.class).validatedBy(CharacterCountValidator.class);
            mapping.constraintDefinition(NotBlank.class).validatedBy(VisibleTextValidator.class);
            mapping.constraintDefinition(Email.class).validatedBy(BoundedEmailValidator.class);
            hibernate.addMapping(mapping);
        };
    }
}
