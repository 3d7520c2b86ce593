package io.leeloogateway.users;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.FindUser;
import io.leeloogateway.leeloo.query.ListUsers;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import org.springframework.stereotype.Service;

/** Reads users. */
@Service
class Users {

    private final LeelooCache cache;

    Users(LeelooCache cache) {
        this.cache = cache;
    }

    OffsetPage<UserView> list(OffsetPageRequest paging) {
        return cache.read(new ListUsers(paging)).map(UserView::of);
    }

    UserView find(String userId) {
        return UserView.of(cache.read(new FindUser(userId)));
    }
}
