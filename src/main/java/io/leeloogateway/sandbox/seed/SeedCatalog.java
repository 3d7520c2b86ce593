package io.leeloogateway.sandbox.seed;

import io.leeloogateway.sandbox.state.Category;
import io.leeloogateway.sandbox.state.Channel;
import io.leeloogateway.sandbox.state.Connection;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Offer;
import io.leeloogateway.sandbox.state.PaymentAccount;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Tag;
import io.leeloogateway.sandbox.state.Template;
import io.leeloogateway.sandbox.state.User;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Seeds what no call changes: tags, connections, users, templates, offers and payment credits. */
final class SeedCatalog {

    private static final List<String> TAGS = List.of(
            "vip",
            "new",
            "webinar",
            "paid",
            "refund",
            "newsletter",
            "partner",
            "студент",
            "повторна покупка",
            "черный список",
            "événement",
            "sleeping");
    private static final List<String> USERS =
            List.of("Marta Operator", "Олег Оператор", "Lena Support", "Piotr Sales", "Дарья Поддержка", "Night Shift");
    private static final List<String> CATEGORIES = List.of("Welcome", "Orders", "Webinars", "Розсилки");

    private SeedCatalog() {}

    static void fill(SandboxState company) {
        tags(company);
        connections(company);
        users(company);
        CATEGORIES.forEach(name -> category(company, name));
        offers(company);
        for (String method : List.of(Channel.MANUAL, "WAYFORPAY", "YANDEX_MONEY", "ASSET_PAYMENT")) {
            var id = company.numbers.nextId(IdKind.CREDITS);
            company.credits.addOldest(id, new PaymentAccount(id, method));
        }
    }

    private static void tags(SandboxState company) {
        for (String name : TAGS) {
            var id = company.numbers.nextId(IdKind.TAG);
            company.tags.addOldest(id, new Tag(id, name));
        }
    }

    private static void connections(SandboxState company) {
        for (String type : List.of("telegram", "facebook", "viber", "vkontakte", "sms")) {
            var id = company.numbers.nextId(IdKind.CONNECTION);
            company.connections.addOldest(id, new Connection(id, type, "Sandbox " + type));
        }
    }

    private static void users(SandboxState company) {
        for (String name : USERS) {
            var number = company.numbers.next(IdKind.USER);
            var since = Seed.NOW.minus(Duration.ofDays(900 - 40 * number));
            company.users.addOldest(IdKind.USER.id(number), new User(IdKind.USER.id(number), name, since));
        }
    }

    private static void category(SandboxState company, String name) {
        var templates = List.of(
                template(company, name + " greeting", "Hello {{name}}!"),
                template(company, name + " reminder", "{{name}}, we begin at {{time}}."),
                template(company, name + " thanks", "Дякуємо, {{name}}!"));
        templates.forEach(template -> company.templates.addOldest(template.id(), template));
        var id = company.numbers.nextId(IdKind.CATEGORY);
        company.categories.addOldest(id, new Category(id, name, templates));
    }

    private static Template template(SandboxState company, String name, String text) {
        return new Template(company.numbers.nextId(IdKind.TEMPLATE), name, text);
    }

    private static void offers(SandboxState company) {
        offer(company, "Beginner course", "Eight lessons with a teacher", "100", "USD");
        offer(company, "Evening group", "Twelve evenings, once a week", "249.5", "EUR");
        offer(company, "Курс для початківців", "Вісім занять з викладачем", "3900", "UAH");
        offer(company, "Мастер-класс", "Один день, запись остается", "5400", "RUB");
        offer(company, "Consultation", "", "0", "USD");
        offer(company, "Konsultacja", "Godzina z trenerem", "320", "PLN");
    }

    private static void offer(SandboxState company, String title, String description, String price, String currency) {
        var id = company.numbers.nextId(IdKind.OFFER);
        company.offers.addOldest(id, new Offer(id, title, description, new BigDecimal(price), currency));
    }
}
