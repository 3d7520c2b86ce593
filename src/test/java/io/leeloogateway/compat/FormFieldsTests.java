package io.leeloogateway.compat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormFieldsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=x                   | {a=x}",
                "a=x a=y               | {a=[x, y]}",
                "a[]=x a[]=y           | {a=[x, y]}",
                "a[1]=x a[]=y          | {a={1=x, 2=y}}",
                "a[5]=x a[]=y          | {a={5=x, 6=y}}",
                "a[1]=x a=y            | {a={1=x, 2=y}}",
                "a=x a=y a[]=z         | {a=[x, y, z]}",
                "a[1]=x a[0]=y         | {a=[y, x]}",
                "a[1]=x a[]=y a[0]=z   | {a=[z, x, y]}",
                "a[0][b]=x a[0][c]=y   | {a=[{b=x, c=y}]}",
                "a[][b]=x a[][b]=y     | {a=[{b=x}, {b=y}]}",
            })
    void namesBecomeNestedValues(String form, String expected) {
        var fields = new FormFields(new ValueLimit(0));

        for (var field : form.split(" ", -1)) {
            fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }

        assertThat(fields.nested()).hasToString(expected);
    }
}
