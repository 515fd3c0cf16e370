import { ScrollView, Text, View } from '@tarojs/components';
import type { Block } from '../../../types/block.ts';
import { CONTENT_WORDS } from './content-words.ts';
import { SpanRun } from './SpanRun.tsx';
import { type GridCell, toTableGrid } from './table-grid.ts';
import { toGroups } from './to-groups.ts';
import { withKeys } from './with-keys.ts';
import './TableView.css';

/** At most 60 children of one node (docs/wechat.md, Performance). */
const ROWS_AT_ONCE = 50;

/** A table; a wide one is pushed sideways inside its own frame. */
export function TableView({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const { columns, rows } = toTableGrid(block);
  return (
    <ScrollView className="table-frame" scrollX ariaRole="table" ariaLabel={CONTENT_WORDS.table}>
      <View className="table" style={`grid-template-columns:repeat(${columns},minmax(4.5em,auto))`}>
        {withKeys(toGroups(rows, ROWS_AT_ONCE)).map(({ key, member: group }, groupIndex) => (
          <View key={key} className="table-rows" ariaRole="rowgroup">
            {withKeys(group).map(({ key: row, member: cells }, rowIndex) => (
              <RowView
                key={row}
                cells={cells}
                isHeader={block.header && groupIndex === 0 && rowIndex === 0}
              />
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
  );
}

function RowView({ cells, isHeader }: { cells: readonly GridCell[]; isHeader: boolean }) {
  return (
    <View className="table-row" ariaRole="row">
      {cells.map(({ cell, area }) => (
        // The cell is the text itself: one level more, and Taro would put a component into a text, which WeChat doesn't show.
        <Text
          key={area}
          className={isHeader ? 'cell cell-header' : 'cell'}
          style={`grid-area:${area}`}
          ariaRole={isHeader ? 'columnheader' : 'cell'}
        >
          <SpanRun spans={cell.spans} />
        </Text>
      ))}
    </View>
  );
}
