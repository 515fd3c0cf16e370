import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <Text>你好</Text>
    </View>
  );
}
