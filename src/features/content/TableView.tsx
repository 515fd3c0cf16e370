import { ScrollView, Text, View } from '@tarojs/components';
import type { Block } from '../../../types/block.ts';
import { CONTENT_WORDS } from './content-words.ts';
import { SpanRun } from './SpanRun.tsx';
import { toTableGrid } from './table-grid.ts';
import { withKeys } from './with-keys.ts';
import './TableView.css';

/** A table; a wide one is pushed sideways inside its own frame. */
export function TableView({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const { columns, rows } = toTableGrid(block);
  return (
    <ScrollView className="table-frame" scrollX ariaRole="table" ariaLabel={CONTENT_WORDS.table}>
      <View className="table" style={`grid-template-columns:repeat(${columns},minmax(4.5em,auto))`}>
        {withKeys(rows).map(({ key, member: cells }, rowIndex) => (
          <View key={key} className="table-row" ariaRole="row">
            {cells.map(({ cell, area }) => (
              <View
                key={area}
                className={block.header && rowIndex === 0 ? 'cell cell-header' : 'cell'}
                style={`grid-area:${area}`}
                ariaRole={block.header && rowIndex === 0 ? 'columnheader' : 'cell'}
              >
                <Text>
                  <SpanRun spans={cell.spans} />
                </Text>
              </View>
            ))}
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
