// SPDX-License-Identifier: GPL-3.0-or-later
// The watchlist as a table in groups: sites, name servers, mail, routers, and the controls by what they test. Entries
// are dragged within their group. GUI thread.
#pragma once

#include "app/watchlist_draft.h"

#include <QTreeWidget>

namespace kpwatch {

class WatchlistTree : public QTreeWidget {
    Q_OBJECT
  public:
    explicit WatchlistTree(QWidget* parent = nullptr);

    void setDraft(const WatchlistDraft& draft, const Settings& settings);
    std::optional<DraftPlace> chosen() const; // none: a heading, or nothing
    void choose(DraftPlace place);
    // What is known of a control, in the language of the window: the list that is shipped says "unproven" of each.
    static QString known(const std::string& status);
    // Where the neighbour in the same group stands; nullopt at its end.
    std::optional<DraftPlace> neighbour(DraftPlace place, int direction) const;

  Q_SIGNALS:
    void moveWanted(DraftPlace place, std::size_t to);

  protected:
    void dropEvent(QDropEvent* event) override;

  private:
    QTreeWidgetItem* itemOf(DraftPlace place) const;
};

} // namespace kpwatch
