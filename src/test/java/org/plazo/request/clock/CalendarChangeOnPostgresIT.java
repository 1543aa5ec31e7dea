package org.plazo.request.clock;

import org.plazo.support.OnPostgres;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = OnPostgres.class)
class CalendarChangeOnPostgresIT extends CalendarChangeIT {}
