package io.leeloogateway.sandbox;

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

    static void fill(Company company) {
        tags(company);
        connections(company);
        users(company);
        CATEGORIES.forEach(name -> category(company, name));
        offers(company);
        for (String method : List.of(Channel.MANUAL, "WAYFORPAY", "YANDEX_MONEY", "ASSET_PAYMENT")) {
            var id = company.numbers.nextId(Kind.CREDITS);
            company.credits.addOldest(id, new Credits(id, method));
        }
    }

    private static void tags(Company company) {
        for (String name : TAGS) {
            var id = company.numbers.nextId(Kind.TAG);
            company.tags.addOldest(id, new Tag(id, name));
        }
    }

    private static void connections(Company company) {
        for (String type : List.of("telegram", "facebook", "viber", "vkontakte", "sms")) {
            var id = company.numbers.nextId(Kind.CONNECTION);
            company.connections.addOldest(id, new Connection(id, type, "Sandbox " + type));
        }
    }

    private static void users(Company company) {
        for (String name : USERS) {
            var number = company.numbers.next(Kind.USER);
            var since = Seed.NOW.minus(Duration.ofDays(900 - 40 * number));
            company.users.addOldest(Kind.USER.id(number), new User(Kind.USER.id(number), name, since));
        }
    }

    private static void category(Company company, String name) {
        var templates = List.of(
                template(company, name + " greeting", "Hello {{name}}!"),
                template(company, name + " reminder", "{{name}}, we begin at {{time}}."),
                template(company, name + " thanks", "Дякуємо, {{name}}!"));
        templates.forEach(template -> company.templates.addOldest(template.id(), template));
        var id = company.numbers.nextId(Kind.CATEGORY);
        company.categories.addOldest(id, new Category(id, name, templates));
    }

    private static Template template(Company company, String name, String text) {
        return new Template(company.numbers.nextId(Kind.TEMPLATE), name, text);
    }

    private static void offers(Company company) {
        offer(company, "Beginner course", "Eight lessons with a teacher", "100", "USD");
        offer(company, "Evening group", "Twelve evenings, once a week", "249.5", "EUR");
        offer(company, "Курс для початківців", "Вісім занять з викладачем", "3900", "UAH");
        offer(company, "Мастер-класс", "Один день, запись остается", "5400", "RUB");
        offer(company, "Consultation", "", "0", "USD");
        offer(company, "Konsultacja", "Godzina z trenerem", "320", "PLN");
    }

    private static void offer(Company company, String title, String description, String price, String currency) {
        var id = company.numbers.nextId(Kind.OFFER);
        company.offers.addOldest(id, new Offer(id, title, description, new BigDecimal(price), currency));
    }
}
