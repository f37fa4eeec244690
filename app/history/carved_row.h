// SPDX-License-Identifier: GPL-3.0-or-later
// To which table a carved record belongs, told by its shape, for the pages that name it may be lost: of the tables up
// to version 4 by what is known of their values, of later ones by the types of their columns alone. Private to
// history/.
#pragma once

#include "app/history/database.h"
#include "app/history/page_carver.h"

#include <set>

namespace kpwatch {

class TableShapes {
  public:
    // Of the schema of an open file of this version.
    explicit TableShapes(SQLite::Database& database);

    // The table, "" for what is none of ours, is derived, looks like two of them, or was changed since (stale records
    // of tables that are not append-only). A record of `recent` comes out as one of `observation`.
    std::string tableOf(CarvedRecord& record) const;
    // Its columns in the order of a record.
    std::vector<std::string> columnsOf(const std::string& table) const;
    // All tables that a repair fills.
    std::vector<std::string> salvaged() const;

    // The tables up to version 4.
    static const std::set<std::string>& toldByValues();

  private:
    struct Column {
        std::string name;
        CarvedValue::Kind kind = CarvedValue::Kind::Text;
        bool mayBeNull = false, mayBeMissing = false, isRowid = false;
    };
    struct Shape {
        std::string table;
        bool keyed = false; // WITHOUT ROWID
        std::vector<Column> columns;
    };
    std::string byShape(const CarvedRecord& record) const;
    static bool fits(const Shape& shape, const std::vector<CarvedValue>& values);

    std::vector<Shape> m_shapes;
};

} // namespace kpwatch
