package org.plazo.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Says which addresses of the user directory a mail may go to. */
public final class MailAddress {

    private static final Pattern ONE_PLAIN_ADDRESS =
            Pattern.compile("[\\x21-\\x7E&&[^\"(),:;<>\\[\\\\\\]@]]+@[A-Za-z0-9.-]+");
    private static final int LONGEST = 254;

    private MailAddress() {}

    /** @param allowedDomains in lower case; empty: all */
    public static boolean isUsable(String address, Set<String> allowedDomains) {
        if (address.length() > LONGEST || !ONE_PLAIN_ADDRESS.matcher(address).matches()) {
            return false;
        }
        try {
            new InternetAddress(address, true);
        } catch (AddressException e) {
            return false;
        }
        String domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return allowedDomains.isEmpty() || allowedDomains.contains(domain);
    }
}
