// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cli/telling.h"

#include "app/errors.h"
#include "app/tell/channels.h"
#include "ui/cli/json.h"
#include "ui/settings/keychain.h"
#include "ui/tell/channel_words.h"

#include <iostream>

namespace kpwatch {

namespace {

void takeSecret(const std::string& name) {
    std::string secret;
    std::getline(std::cin, secret);
    if (!keepSecret(*secretNamed(name), secret))
        throw InputError("--secret " + name +
                         ": no keychain was found on this desktop, and nothing was kept; 'kpwatch collect' asks for it "
                         "on a terminal, the window under \"Notifications and quiet hours…\"");
}

} // namespace

int runTelling(const CommonOptions& common, const TellingOptions& options) {
    const Channels channels = readChannels(common.history);
    if (!options.secret.empty())
        takeSecret(options.secret);
    if (common.json) {
        nlohmann::ordered_json list = nlohmann::ordered_json::array();
        for (const ChannelKind kind : channelKinds)
            list.push_back({{"id", nameOf(kind)}, {"on", choiceOf(channels, kind).on}});
        std::cout << documentText({{"channels", list}, {"hold_down_min", channels.holdDown_min}});
        return 0;
    }
    for (const ChannelKind kind : channelKinds)
        std::cout << nameOf(kind) << (choiceOf(channels, kind).on ? ": on. " : ": off. ")
                  << whatLeaves(kind).toStdString() << '\n';
    std::cout << "Switch them on in the window (\"Notifications and quiet hours…\"), or in telling.json beside the "
                 "record. In force when "
                 "watching starts next.\n";
    return 0;
}

} // namespace kpwatch
