// SPDX-License-Identifier: GPL-3.0-or-later
// What a notification says of an incident, or of our own line: a sentence for its title and those beneath it. Any
// thread.
#pragma once

#include "app/words/incident.h"

namespace kpwatch::words {

struct AlertMessage {
    QString sentence, more;
};

// "None of the four North Korean sites has answered since 2:18 a.m. KST (1718 GMT)"; "Stopped between 2:16 and 2:18
// a.m. on Saturday (1716–1718 GMT on Friday). Our own line works. Seen from one computer; asking elsewhere." Once other
// places have said something, that instead of its being asked.
AlertMessage alertMessage(const IncidentTold& told, bool own_line_works, bool asking_elsewhere);
AlertMessage ownLineMessage(UtcTime down_since, std::optional<UtcTime> back_at);
// For who was told of what a person has since marked as a false alarm. `sentence` is what they were told.
QString takenBack(const QString& sentence);

} // namespace kpwatch::words
