package io.leeloogateway.users;

import static io.leeloogateway.request.Route.Kind.READ;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes for users. */
@RestController
@Tag(name = "Users")
@RequestMapping("/api/v1")
class UsersController {

    private final Users users;

    UsersController(Users users) {
        this.users = users;
    }

    /**
     * List users. The operators of the company, as in {@code operatorIds} of people and {@code userId} of calls. Leeloo endpoint 28.
     *
     * @return a page of users
     */
    @GetMapping("/users")
    @Route(action = "users.list", scope = "users:read", kind = READ)
    OffsetPage<UserView> listUsers(@ParameterObject @Valid OffsetPageRequest paging) {
        return users.list(paging);
    }

    /**
     * Get a user. An operator of the company. Leeloo endpoint 29.
     *
     * @param userId id of the user, 24 lower-case hex characters
     * @return the user
     */
    @GetMapping("/users/{userId}")
    @Route(action = "users.find", scope = "users:read", kind = READ)
    UserView findUser(@PathVariable @LeelooId String userId) {
        return users.find(userId);
    }
}
