// SPDX-License-Identifier: GPL-3.0-or-later
// A watchlist while a person edits it: the document of the file with its keys and their order, changed entry by entry.
// It may be wrong meanwhile; parseWatchlist says how. A value, so that undoing is going back to an earlier one. Any
// thread.
#pragma once

#include "app/watchlist.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace kpwatch {

// One target or control as a form sees it: text as it was typed. What is empty is not written down.
struct DraftEntry {
    bool control = false;
    std::string id, label, shortLabel;
    std::string site;  // the id of one that is there; or
    std::string group; // "name-servers", "mail", "routers", ...
    std::string ring;  // controls only
    std::string via;
    std::string kind = "http";
    std::string url;                      // http
    std::string servers;                  // http: addresses of its name servers, between commas
    std::string host, port;               // dns (its server), tcp, smtp, ping, trace
    std::string name, type;               // dns
    std::string expectStatus, expectText; // http controls
    std::string interval, timeout;        // seconds; empty: as the settings say
    std::string status, reason;           // controls: what is known of it
    bool enabled = true;
    bool operator==(const DraftEntry&) const = default;
};

enum class DraftPart { Targets, Controls };
struct DraftPlace {
    DraftPart part = DraftPart::Targets;
    std::size_t index = 0;
    bool operator==(const DraftPlace&) const = default;
};

class WatchlistDraft {
  public:
    // Throws InputError if it is no JSON object.
    explicit WatchlistDraft(const std::string& json, const std::string& origin = "watchlist");
    std::string json() const;                           // on one line
    std::string file() const;                           // as it lies on the disk
    bool operator==(const WatchlistDraft& other) const; // in whatever order their keys are

    std::size_t count(DraftPart part) const;
    DraftEntry entry(DraftPlace place) const;
    std::vector<Site> sites() const;

    // Without a place: at the end of its part, which is returned. Keys that a form does not know stay.
    DraftPlace put(const DraftEntry& entry, std::optional<DraftPlace> place = std::nullopt);
    void remove(DraftPlace place);
    void move(DraftPlace place, std::size_t to); // to that index of the same part
    DraftPlace duplicate(DraftPlace place);      // behind it, with an id of its own; switched off
    void setEnabled(DraftPlace place, bool enabled);
    // A site of that name; the id of one that is there already, or of the new one.
    std::string addSite(const std::string& label, const std::string& host);
    // An id that nobody has, made from a name: "Rodong Sinmun" -> "rodong-sinmun", "rodong-sinmun-2".
    std::string freeId(const std::string& label) const;

  private:
    nlohmann::ordered_json& at(DraftPlace place);
    const nlohmann::ordered_json* find(DraftPlace place) const;
    nlohmann::ordered_json m_document;
};

// What a file holds. Throws InputError, also where that cannot be watched.
WatchlistDraft loadDraft(const std::filesystem::path& file, const Settings& settings);

// Why it cannot be taken as it stands, in the words of the reader of files: the key ("targets[3].probe.url", empty: the
// whole), and a sentence without the origin.
struct DraftFault {
    std::string key, sentence;
};
std::optional<DraftFault> faultOf(const WatchlistDraft& draft, const Settings& settings);
// The same of a sentence that was thrown.
DraftFault faultIn(const std::string& sentence, const std::string& origin);
// Whether it is about that entry, or something in it.
bool isOf(const DraftFault& fault, DraftPlace place);

} // namespace kpwatch
